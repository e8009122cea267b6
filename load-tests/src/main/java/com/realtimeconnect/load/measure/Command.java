package com.realtimeconnect.load.measure;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Small programs of the system. */
final class Command {

    private Command() {}

    /** @return whether it ended well */
    static boolean run(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
