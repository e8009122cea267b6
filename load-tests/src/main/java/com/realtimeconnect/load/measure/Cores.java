package com.realtimeconnect.load.measure;

import java.util.function.Supplier;

/**
 * Who runs where: the stack on the first core and this process, which makes the load, on the second. What runs often must
 * be compiled before it is judged, and for that the stack has both.
 */
public final class Cores {

    private static final String SERVER = "0";
    private static final String GENERATOR = "1";
    private static final String ALL = SERVER + "," + GENERATOR;

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

    /** Does this on all cores. Programs that it starts have all of them, too, until the stack is on its own. */
    public <T> T onAll(Supplier<T> work) {
        if (!apart) {
            return work.get();
        }
        moveTo(ALL);
        try {
            return work.get();
        } finally {
            moveTo(GENERATOR);
        }
    }

    /** From now on the stack has its own core only. */
    public void bindStack() {
        moveStackTo(SERVER);
    }

    /** From now on the stack has all cores. */
    public void freeStack() {
        moveStackTo(ALL);
    }

    /** Whatever this process has started, with all threads; threads and programs that begin later go where those are. */
    private void moveStackTo(String cores) {
        if (apart) {
            ProcessHandle.current().descendants().forEach(program -> move(program, cores));
        }
    }

    private static boolean moveTo(String cores) {
        return move(ProcessHandle.current(), cores);
    }

    private static boolean move(ProcessHandle process, String cores) {
        return Command.run("taskset", "-a", "-c", "-p", cores, Long.toString(process.pid()));
    }
}
