package com.realtimeconnect.communication.message;

import com.realtimeconnect.common.page.Cursor;
import com.realtimeconnect.common.problem.Problems;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a room's messages, walked away from a number that is not part of it: back in time, which is the way
 * people scroll, or forward.
 */
record SeqRange(boolean forward, long start) {

    private static final String FORWARD = "after";
    private static final String BACK = "before";

    /** Reads the query; with nothing given it is the newest messages. */
    static SeqRange of(@Nullable Long beforeSeq, @Nullable Long afterSeq, @Nullable Cursor cursor) {
        if (Stream.of(beforeSeq, afterSeq, cursor).filter(Objects::nonNull).count() > 1) {
            throw Problems.invalid("beforeSeq", "only one of beforeSeq, afterSeq and cursor can be given");
        }
        if (afterSeq != null) {
            return after(notNegative("afterSeq", afterSeq));
        }
        if (cursor != null) {
            return new SeqRange(isForward(cursor), notNegative("cursor", cursor.number(1)));
        }
        return new SeqRange(false, beforeSeq == null ? Long.MAX_VALUE : notNegative("beforeSeq", beforeSeq));
    }

    static SeqRange after(long seq) {
        return new SeqRange(true, seq);
    }

    /** What follows this message in the same direction. */
    Cursor cursorAfter(Message message) {
        return Cursor.of(forward ? FORWARD : BACK, message.seq());
    }

    private static boolean isForward(Cursor cursor) {
        return switch (cursor.parts().getFirst()) {
            case FORWARD -> true;
            case BACK -> false;
            default -> throw Problems.invalid("cursor", "is not a cursor that was given out here");
        };
    }

    private static long notNegative(String field, long seq) {
        if (seq < 0) {
            throw Problems.invalid(field, "must not be negative");
        }
        return seq;
    }
}
