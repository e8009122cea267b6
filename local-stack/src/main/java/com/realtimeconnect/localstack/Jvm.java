package com.realtimeconnect.localstack;

import java.nio.file.Path;
import java.util.List;

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

    static List<String> run(Path jar) {
        return java.util.stream.Stream.of(List.of(java()), OPTIONS, List.of("-jar", jar.toString()))
                .flatMap(List::stream)
                .toList();
    }
}
