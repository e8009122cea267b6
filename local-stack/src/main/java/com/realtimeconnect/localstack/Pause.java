package com.realtimeconnect.localstack;

import java.util.concurrent.TimeUnit;

/** The wait between two looks at something that another process does. */
final class Pause {

    private Pause() {}

    static void shortly() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting", interrupted);
        }
    }
}
