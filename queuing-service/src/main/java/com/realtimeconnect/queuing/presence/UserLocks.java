package com.realtimeconnect.queuing.presence;

import com.realtimeconnect.common.identity.UserId;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/** Puts what this node does for one person in order; a fixed number of locks serves everybody. */
class UserLocks {

    private static final int STRIPES = 512;

    private final ReentrantLock[] locks =
            IntStream.range(0, STRIPES).mapToObj(index -> new ReentrantLock()).toArray(ReentrantLock[]::new);

    void run(UserId user, Runnable work) {
        var lock = locks[Math.floorMod(user.hashCode(), STRIPES)];
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }
}
