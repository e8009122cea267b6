package com.realtimeconnect.localstack;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How the services run on a small machine: the Java of this process, little memory, and quick to start. */
final class Jvm {

    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "-Xms64m",
            "-Xmx384m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Duser.timezone=UTC",
            "--enable-native-access=ALL-UNNAMED");

    private Jvm() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** @param more options for this jar alone */
    static List<String> run(List<String> more, Path jar) {
        return Stream.of(List.of(java()), OPTIONS, more, List.of("-jar", jar.toString()))
                .flatMap(List::stream)
                .toList();
    }
}
