package com.realtimeconnect.load.measure;

import java.util.function.Supplier;

/**
 * Who runs where. Programs inherit the core of whoever starts them, so this process goes to the first core while it starts
 * the stack, and to the second for all else.
 */
public final class Cores {

    private static final String SERVER = "0";
    private static final String GENERATOR = "1";

    private final boolean apart;

    private Cores(boolean apart) {
        this.apart = apart;
    }

    /** A core for the stack and one for the generator, if there are two and {@code taskset} is there. */
    public static Cores apart() {
        return new Cores(Runtime.getRuntime().availableProcessors() >= 2 && moveTo(GENERATOR));
    }

    /** Everything runs wherever the system puts it. */
    public static Cores shared() {
        return new Cores(false);
    }

    public boolean areApart() {
        return apart;
    }

    /** Does this on the core of the stack; programs that it starts stay there. */
    public <T> T asServer(Supplier<T> work) {
        return on(SERVER, work);
    }

    /** Does this on all cores. */
    public <T> T onAll(Supplier<T> work) {
        return on(SERVER + "," + GENERATOR, work);
    }

    private <T> T on(String cores, Supplier<T> work) {
        if (!apart) {
            return work.get();
        }
        moveTo(cores);
        try {
            return work.get();
        } finally {
            moveTo(GENERATOR);
        }
    }

    private static boolean moveTo(String core) {
        return Command.run(
                "taskset",
                "-a",
                "-c",
                "-p",
                core,
                Long.toString(ProcessHandle.current().pid()));
    }
}
