package com.realtimeconnect.localstack;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program under a watchdog: it ends when it is told to, and also when this JVM dies without a word. The watchdog is a
 * few lines of shell that hold the other end of a pipe, in a session of its own so that Ctrl-C reaches this JVM alone and
 * the programs can be stopped one after the other.
 */
public final class SupervisedProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Program program;
    private final Process watchdog;
    private final OutputStream orders;

    private SupervisedProcess(Program program, Process watchdog) {
        this.program = program;
        this.watchdog = watchdog;
        this.orders = watchdog.getOutputStream();
    }

    /** Starts the program; what it prints is appended to its log file. */
    public static SupervisedProcess start(Program program) throws IOException {
        Files.createDirectories(program.log().toAbsolutePath().getParent());
        var builder = new ProcessBuilder(watched(program))
                .directory(program.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(program.log().toFile()));
        builder.environment().putAll(program.environment());
        return new SupervisedProcess(program, builder.start());
    }

    private static List<String> watched(Program program) throws IOException {
        var command = new ArrayList<String>();
        if (isInstalled("setsid")) {
            command.add("setsid");
        }
        command.addAll(List.of("sh", "-c", Resources.text("supervise.sh"), "supervise"));
        command.add(program.stopSignal());
        command.add(program.rubbish() == null ? "" : program.rubbish().toString());
        command.addAll(program.command());
        return command;
    }

    /** Whether a command of this name is on the search path. */
    static boolean isInstalled(String command) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return path.lines()
                .flatMap(line -> List.of(line.split(File.pathSeparator, -1)).stream())
                .anyMatch(folder ->
                        !folder.isEmpty() && Files.isExecutable(Path.of(folder).resolve(command)));
    }

    public String name() {
        return program.name();
    }

    /** Where everything it prints is. */
    public Path log() {
        return program.log();
    }

    public boolean isAlive() {
        return watchdog.isAlive();
    }

    /** What it ended with; 128 and the number of the signal if one ended it. */
    public int exitCode() {
        return watchdog.exitValue();
    }

    /** Waits until it has ended by itself, or by somebody else's doing. */
    public int awaitEnd() throws InterruptedException {
        return watchdog.waitFor();
    }

    /** Asks it to end, and insists when it does not. */
    public void stop(Duration patience) {
        order("stop " + Math.max(1, patience.toSeconds()));
        await(patience.plusSeconds(5));
    }

    /** Ends it at once, without a chance to say goodbye, as a power cut would. */
    public void kill() {
        order("kill");
        await(Duration.ofSeconds(5));
    }

    @Override
    public void close() {
        stop(PATIENCE);
    }

    private void order(String line) {
        try {
            orders.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            orders.flush();
        } catch (IOException alreadyGone) {
            // The pipe is closed because the program has ended: there is nobody to give an order to.
            return;
        }
    }

    private void await(Duration time) {
        try {
            if (!watchdog.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
                watchdog.descendants().forEach(ProcessHandle::destroyForcibly);
                watchdog.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What to run.
     *
     * @param name what people call it
     * @param stopSignal the name of the signal that ends it kindly
     * @param rubbish a folder that goes when the program has ended, or null
     */
    public record Program(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path folder,
            Path log,
            String stopSignal,
            @Nullable Path rubbish) {

        /** The same in an environment that also has these. */
        Program with(Map<String, String> more) {
            var all = new HashMap<>(environment);
            all.putAll(more);
            return new Program(name, command, all, folder, log, stopSignal, rubbish);
        }
    }
}
