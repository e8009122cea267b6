package com.realtimeconnect.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process printed. */
final class LogFile {

    private static final int LINES = 20;

    private LogFile() {}

    /** The last lines, indented, to be shown to a person. */
    static String tail(Path log) {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                            .map(line -> "    " + line)
                            .reduce("", (text, line) -> text + line + "\n")
                    + "  (" + log + ")";
        } catch (IOException unreadable) {
            return "  (its log " + log + " cannot be read)";
        }
    }
}
