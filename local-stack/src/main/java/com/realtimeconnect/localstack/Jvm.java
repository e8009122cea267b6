package com.realtimeconnect.localstack;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the services run on this machine, with the Java of this process. */
enum Jvm {

    /**
     * Little memory, and quick to start: the second compiler never gets its time back in runs of minutes, a heap that is
     * large enough for the start is not collected thirty times meanwhile, and class files that javac has written are not
     * verified once more by every process.
     */
    QUICK_START,

    /**
     * As in production: the heap of a container of 768 MB, all of it from the start, since a small one is collected twice a
     * second under load, and the second compiler, which makes what runs often fast.
     */
    FULL_SPEED;

    private static final List<String> ALWAYS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "-Duser.timezone=UTC",
            "--enable-native-access=ALL-UNNAMED");

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Of every process. */
    List<String> options() {
        return Stream.concat(ALWAYS.stream(), own().stream()).toList();
    }

    /**
     * What to run.
     *
     * @param more options of this process alone
     * @param main the main class and what it is told; nothing for what Java does by itself
     */
    List<String> command(List<String> more, List<Path> classPath, List<String> main) {
        var paths = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return Stream.of(List.of(java()), options(), more, List.of("-cp", paths), main)
                .flatMap(List::stream)
                .toList();
    }

    private List<String> own() {
        return switch (this) {
            case QUICK_START ->
                List.of(
                        "-Xms128m",
                        "-Xmx384m",
                        "-XX:MetaspaceSize=192m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:-BytecodeVerificationRemote");
            case FULL_SPEED ->
                List.of("-Xms460m", "-Xmx460m", "-XX:+UseTransparentHugePages", "-XX:TieredStopAtLevel=4");
        };
    }
}
