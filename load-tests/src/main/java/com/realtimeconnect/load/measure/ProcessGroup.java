package com.realtimeconnect.load.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the processes of a stack take, as Linux tells it. All of them descend from this process. */
public enum ProcessGroup {
    USER("user-service-"),
    QUEUING("queuing-service-"),
    INTERACTION("interaction-service-"),
    HISTORY("history-service-"),
    COMMUNICATION("communication-service-"),
    POSTGRESQL("postgres"),
    REDIS("redis-server"),
    S3("s3proxy");

    /** The five of our own. */
    public static final List<ProcessGroup> SERVICES = List.of(USER, QUEUING, INTERACTION, HISTORY, COMMUNICATION);

    private static final long TICK_MICROS = 10_000;
    private static final int USER_TIME = 11;

    private final String mark;

    ProcessGroup(String mark) {
        this.mark = mark;
    }

    /** As people call it. */
    public String title() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.current().descendants().filter(this::has).toList();
    }

    /** The watchdog of a program has the program's name in its arguments, too: it is a shell. */
    private boolean has(ProcessHandle process) {
        var arguments = read(process, "cmdline").split("\0", -1);
        var program = arguments[0].substring(arguments[0].lastIndexOf('/') + 1);
        return switch (this) {
            case POSTGRESQL -> program.startsWith("postgres");
            case REDIS -> program.startsWith("redis-server");
            default -> program.equals("java") && Stream.of(arguments).anyMatch(one -> one.contains("/" + mark));
        };
    }

    /** Processor time until now, in microseconds, with that of children that have ended. */
    public long processorMicros() {
        return processes().stream().mapToLong(ProcessGroup::processorMicros).sum();
    }

    private static long processorMicros(ProcessHandle process) {
        var stat = read(process, "stat");
        var fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        var ticks = 0L;
        for (var field = USER_TIME; field < USER_TIME + 4 && field < fields.length; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return ticks * TICK_MICROS;
    }

    /** What they hold in memory; pages that several of them share count for each in part. */
    public long residentBytes() {
        return processes().stream()
                .mapToLong(process -> kibibytes(read(process, "smaps_rollup"), "Pss:") * 1024)
                .sum();
    }

    public long threads() {
        return processes().stream()
                .mapToLong(process -> kibibytes(read(process, "status"), "Threads:"))
                .sum();
    }

    /** Sockets of any kind that they hold. */
    public long sockets() {
        return processes().stream().mapToLong(ProcessGroup::sockets).sum();
    }

    private static long sockets(ProcessHandle process) {
        var count = 0L;
        try (var files = Files.newDirectoryStream(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            for (var file : files) {
                count += isSocket(file) ? 1 : 0;
            }
        } catch (IOException gone) {
            return count;
        }
        return count;
    }

    private static boolean isSocket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    /** Has the Java processes throw away what nobody needs any more. */
    public void collectGarbage() {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        for (var process : processes()) {
            for (var i = 0; i < 2; i++) {
                Command.run(jcmd, Long.toString(process.pid()), "GC.run");
            }
        }
    }

    private static long kibibytes(String text, String label) {
        return text.lines()
                .filter(line -> line.startsWith(label))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    /** Empty if the process has ended meanwhile. */
    private static String read(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file));
        } catch (IOException gone) {
            return file.equals("stat") ? ")" : "";
        }
    }
}
