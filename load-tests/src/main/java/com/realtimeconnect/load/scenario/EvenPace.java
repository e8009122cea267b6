package com.realtimeconnect.load.scenario;

import com.realtimeconnect.load.socket.Pacer;

/** Something to do at even distances, whatever became of the one before. */
final class EvenPace implements Pacer {

    /** So many at once at most, that answers are read in between even if we are late. */
    private static final int BURST = 32;

    private static final double NANOS = 1e9;

    private final double perSecond;
    private final long count;
    private final Step step;
    private long startedAt;
    private boolean started;
    private long done;
    private volatile boolean over;

    /** @param count after which it is over */
    EvenPace(double perSecond, long count, Step step) {
        this.perSecond = perSecond;
        this.count = count;
        this.step = step;
    }

    /** What is done. */
    interface Step {

        /**
         * @param number counted from 0
         * @param due when it should be done
         */
        void run(long number, long due);
    }

    @Override
    public long run(long now) {
        if (!started) {
            started = true;
            startedAt = now;
        }
        for (var i = 0; i < BURST; i++) {
            if (over || done >= count) {
                over = true;
                return Long.MAX_VALUE;
            }
            var due = startedAt + (long) (done * NANOS / perSecond);
            if (due > now) {
                return due - now;
            }
            step.run(done, due);
            done++;
        }
        return 0;
    }

    boolean isOver() {
        return over;
    }

    /** Does no more of it. */
    void stop() {
        over = true;
    }
}
