package com.realtimeconnect.communication.message;

import com.realtimeconnect.common.page.Cursor;
import com.realtimeconnect.common.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a room's messages between two numbers that are not part of it, walked back in time, which is the way people
 * scroll, or forward.
 */
record SeqRange(boolean forward, long afterSeq, long beforeSeq) {

    private static final String FORWARD = "after";
    private static final String BACK = "before";

    /** Reads the query: with a lower end it begins there, else at the newest; a cursor goes on with the rest of it. */
    static SeqRange of(@Nullable Long beforeSeq, @Nullable Long afterSeq, @Nullable Cursor cursor) {
        var after = afterSeq == null ? 0 : notNegative("afterSeq", afterSeq);
        var before = beforeSeq == null ? Long.MAX_VALUE : notNegative("beforeSeq", beforeSeq);
        if (cursor == null) {
            return new SeqRange(afterSeq != null, after, before);
        }
        var last = notNegative("cursor", cursor.number(1));
        return isForward(cursor)
                ? new SeqRange(true, Math.max(after, last), before)
                : new SeqRange(false, after, Math.min(before, last));
    }

    static SeqRange after(long seq) {
        return new SeqRange(true, seq, Long.MAX_VALUE);
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
