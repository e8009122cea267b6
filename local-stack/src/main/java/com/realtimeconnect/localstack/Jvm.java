package com.realtimeconnect.localstack;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How the services run on this machine, with the Java of this process. */
enum Jvm {

    /** Little memory, and quick to start: the second compiler never gets its time back in runs of minutes. */
    QUICK_START("-Xms64m", "-Xmx384m", "-XX:TieredStopAtLevel=1"),

    /** As in production, where a container has more memory and the second compiler makes what runs often fast. */
    FULL_SPEED("-Xms64m", "-Xmx1g", "-XX:TieredStopAtLevel=4");

    private static final List<String> ALWAYS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "-Duser.timezone=UTC",
            "--enable-native-access=ALL-UNNAMED");

    private final String smallestHeap;
    private final String largestHeap;
    private final String compilers;

    Jvm(String smallestHeap, String largestHeap, String compilers) {
        this.smallestHeap = smallestHeap;
        this.largestHeap = largestHeap;
        this.compilers = compilers;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** @param more options for this jar alone */
    List<String> run(List<String> more, Path jar) {
        var own = List.of(smallestHeap, largestHeap, compilers);
        return Stream.of(List.of(java()), ALWAYS, own, more, List.of("-jar", jar.toString()))
                .flatMap(List::stream)
                .toList();
    }
}
