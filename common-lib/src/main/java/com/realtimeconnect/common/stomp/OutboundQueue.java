package com.realtimeconnect.common.stomp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What one socket still has to be told, in order. Adding never waits: whoever adds to an empty queue also writes, and
 * later the completion of each write starts the next. An idle queue holds nothing.
 */
final class OutboundQueue {

    private final Transport transport;
    private final int limit;
    private final LongSupplier nanoTime;

    private final Queue<Waiting> waiting = new ArrayDeque<>(1);
    private int waitingSize;
    private boolean writing;
    private long writingSince;
    private long writtenAt;
    private @Nullable Farewell farewell;

    OutboundQueue(Transport transport, int limit, LongSupplier nanoTime) {
        this.transport = transport;
        this.limit = limit;
        this.nanoTime = nanoTime;
        this.writtenAt = nanoTime.getAsLong();
    }

    /** Takes the frame; {@code false} if the backlog is full and it was dropped. */
    boolean add(String frame) {
        synchronized (this) {
            if (farewell != null) {
                return true;
            }
            var now = nanoTime.getAsLong();
            if (writing) {
                if (waitingSize + frame.length() > limit) {
                    return false;
                }
                waiting.add(new Waiting(frame, now));
                waitingSize += frame.length();
                return true;
            }
            writing = true;
            writingSince = now;
        }
        write(frame);
        return true;
    }

    /** Closes the socket once everything before is written. Later frames are ignored, and so are later closes. */
    void close(int code, String reason) {
        synchronized (this) {
            if (farewell != null) {
                return;
            }
            farewell = new Farewell(code, reason);
            if (writing) {
                return;
            }
        }
        transport.close(code, reason);
    }

    /** Closes the socket without what is still waiting, and answers how many frames that was. */
    int closeNow(int code, String reason) {
        int dropped;
        synchronized (this) {
            dropped = waiting.size();
            waiting.clear();
            waitingSize = 0;
            if (farewell == null) {
                farewell = new Farewell(code, reason);
            }
        }
        transport.close(code, reason);
        return dropped;
    }

    /** How many characters wait behind the frame that is being written. */
    synchronized int waiting() {
        return waitingSize;
    }

    /** For how long the oldest frame has not been taken by the peer. */
    synchronized Duration backlog() {
        return writing ? Duration.ofNanos(nanoTime.getAsLong() - writingSince) : Duration.ZERO;
    }

    /** For how long nothing was written. */
    synchronized Duration silence() {
        return writing ? Duration.ZERO : Duration.ofNanos(nanoTime.getAsLong() - writtenAt);
    }

    private void write(String first) {
        var frame = first;
        while (frame != null) {
            var step = new Step();
            transport.write(frame, step);
            if (!step.isDoneAtOnce()) {
                return;
            }
            frame = next();
        }
    }

    /** The next frame to write, or null if there is none, and then a close that waited for it is due. */
    private @Nullable String next() {
        Farewell due;
        synchronized (this) {
            var next = waiting.poll();
            if (next != null) {
                waitingSize -= next.frame.length();
                writingSince = next.since;
                return next.frame;
            }
            writing = false;
            writtenAt = nanoTime.getAsLong();
            due = farewell;
        }
        if (due != null) {
            transport.close(due.code, due.reason);
        }
        return null;
    }

    private record Waiting(String frame, long since) {}

    private record Farewell(int code, String reason) {}

    /** One write. Its completion goes on with the next, unless the thread that asked is still there to do so. */
    private final class Step implements Transport.Written {

        private static final int ASKED = 0;
        private static final int LEFT = 1;
        private static final int DONE = 2;

        private final AtomicInteger state = new AtomicInteger(ASKED);

        boolean isDoneAtOnce() {
            return !state.compareAndSet(ASKED, LEFT);
        }

        @Override
        public void done(@Nullable Throwable failure) {
            if (failure != null) {
                transport.abort();
                return;
            }
            if (state.getAndSet(DONE) == LEFT) {
                var next = next();
                if (next != null) {
                    write(next);
                }
            }
        }
    }
}
