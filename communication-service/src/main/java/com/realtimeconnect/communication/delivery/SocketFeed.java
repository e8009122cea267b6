package com.realtimeconnect.communication.delivery;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.stomp.StompSession;
import com.realtimeconnect.communication.inbox.InboxSummary;
import com.realtimeconnect.communication.message.Message;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The messages of one socket: a cursor for each room, and one reader that fetches what a cursor misses. Nothing that
 * waits for the database or for the client holds the lock.
 */
final class SocketFeed {

    private static final Logger log = LoggerFactory.getLogger(SocketFeed.class);

    private final StompSession session;
    private final MessageSource source;
    private final Outlet outlet;

    private final Map<RoomId, RoomCursor> cursors = new HashMap<>();
    private final SequencedSet<RoomId> behind = new LinkedHashSet<>();
    private @Nullable InboxSummary begun;
    private boolean reading;

    /**
     * @param source the committed messages
     * @param outlet how events are written, and where the reader runs
     */
    SocketFeed(StompSession session, MessageSource source, Outlet outlet) {
        this.session = session;
        this.source = source;
        this.outlet = outlet;
    }

    /**
     * The socket is told this summary; from now on it gets what the summary does not count yet.
     *
     * @param hold whether the messages of a room wait a moment for the client to resume there
     */
    synchronized void begin(InboxSummary summary, boolean hold) {
        begun = summary;
        for (var line : summary.rooms()) {
            cursor(line.roomId()).place(line.lastSeq(), hold && line.lastSeq() > 0);
        }
        cursors.forEach((room, cursor) ->
                cursor.place(summary.complete() ? 0 : cursor.gap().upTo(), false));
        readWhatIsMissing(cursors.keySet());
    }

    /** The socket also follows the feed of one room, of which this is the newest message. */
    synchronized void begin(RoomId room, long lastSeq, boolean hold) {
        cursor(room).place(lastSeq, hold && lastSeq > 0);
        readWhatIsMissing(List.of(room));
    }

    /** A message was committed a moment ago. */
    synchronized void arrive(Message message) {
        var cursor = cursorInLife(message.roomId(), message.seq() - 1);
        if (cursor.accept(message.seq())) {
            outlet.live(session, message);
        } else {
            readWhatIsMissing(List.of(message.roomId()));
        }
    }

    /** The room is known to have come this far. */
    synchronized void hear(RoomId room, long lastSeq) {
        cursorInLife(room, lastSeq).hear(lastSeq);
        readWhatIsMissing(List.of(room));
    }

    /** Gives the socket everything after this message, says so, and goes on with what is new. */
    synchronized void resume(RoomId room, long afterSeq, long upToSeq) {
        var cursor = cursor(room);
        cursor.resume(afterSeq, upToSeq);
        tellIfResumed(room, cursor);
        readWhatIsMissing(List.of(room));
    }

    /** Waits no longer for the client to resume. */
    synchronized void release() {
        cursors.values().forEach(RoomCursor::release);
        readWhatIsMissing(cursors.keySet());
    }

    /** Takes up again what an unreachable database interrupted. */
    synchronized void retry() {
        readWhatIsMissing(List.of());
    }

    private RoomCursor cursor(RoomId room) {
        return cursors.computeIfAbsent(room, id -> RoomCursor.unplaced());
    }

    /**
     * The cursor of a room that something happens in. A room that is missing in a complete summary is younger than it, so
     * the socket gets it from the first message; of one that only did not fit, from now on.
     */
    private RoomCursor cursorInLife(RoomId room, long otherwiseAfter) {
        var cursor = cursor(room);
        if (begun != null) {
            cursor.place(begun.complete() ? 0 : otherwiseAfter, false);
        }
        return cursor;
    }

    private void readWhatIsMissing(Iterable<RoomId> rooms) {
        for (var room : rooms) {
            if (cursor(room).isBehind()) {
                behind.add(room);
            }
        }
        if (!behind.isEmpty() && !reading && session.isOpen()) {
            reading = true;
            outlet.read(this::readAll);
        }
    }

    private void readAll() {
        try {
            for (var missing = nextMissing(); missing != null; missing = nextMissing()) {
                read(missing);
            }
        } catch (DataAccessException | TransactionException unreachable) {
            stopReading();
            log.atWarn()
                    .setCause(unreachable)
                    .addKeyValue("session", session.id())
                    .log("Missed messages cannot be read now, and are tried again");
        } catch (RuntimeException | Error broken) {
            stopReading();
            throw broken;
        }
    }

    private synchronized @Nullable Missing nextMissing() {
        while (session.isOpen() && !behind.isEmpty()) {
            var room = behind.getFirst();
            var cursor = cursor(room);
            if (cursor.isBehind()) {
                return new Missing(room, cursor, cursor.gap());
            }
            behind.removeFirst();
        }
        reading = false;
        return null;
    }

    private synchronized void stopReading() {
        reading = false;
    }

    private void read(Missing missing) {
        var messages = source.after(missing.room, missing.gap.after());
        if (messages.isEmpty()) {
            skip(missing);
            return;
        }
        var gap = missing.gap;
        for (var message : messages) {
            outlet.awaitRoomFor(session);
            if (!give(missing, gap, message)) {
                return;
            }
            gap = gap.from(message.seq());
        }
    }

    private synchronized boolean give(Missing missing, RoomCursor.Gap gap, Message message) {
        if (!session.isOpen()) {
            return false;
        }
        var isNext = missing.cursor.accept(gap, message.seq());
        if (isNext) {
            outlet.fetched(session, message);
        }
        tellIfResumed(missing.room, missing.cursor);
        return isNext;
    }

    private synchronized void skip(Missing missing) {
        missing.cursor.skip(missing.gap);
        tellIfResumed(missing.room, missing.cursor);
    }

    private void tellIfResumed(RoomId room, RoomCursor cursor) {
        if (cursor.finishResume()) {
            outlet.resumed(session, room, cursor.delivered());
        }
    }

    private record Missing(RoomId room, RoomCursor cursor, RoomCursor.Gap gap) {}

    /** Where committed messages are read from. */
    @FunctionalInterface
    interface MessageSource {

        /** Some of the messages that follow this number, in order; none only if there are none. */
        List<Message> after(RoomId room, long seq);
    }

    /** What leaves the feed, and where its reading is done. */
    interface Outlet {

        void live(StompSession session, Message message);

        void fetched(StompSession session, Message message);

        void resumed(StompSession session, RoomId room, long upToSeq);

        /** Runs it soon, not within this call. */
        void read(Runnable reading);

        /** Returns when the client has taken most of what was written to it, or is gone. */
        void awaitRoomFor(StompSession session);
    }
}
