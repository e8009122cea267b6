package com.realtimeconnect.test;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The letters to one address, read from the folder in which a stack keeps what a mail server would have taken. */
public record Mailbox(Path folder, String address) {

    private static final Pattern CODE = Pattern.compile("Your code is ([A-Z2-9-]{9})");

    /** The code of a letter with this subject, if one has come. */
    public Optional<String> code(String subject) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> letters = Files.list(folder)) {
            return letters.filter(file -> file.toString().endsWith(".eml"))
                    .map(Mailbox::read)
                    .filter(letter -> letter.contains("To: " + address) && letter.contains("Subject: " + subject))
                    .map(CODE::matcher)
                    .filter(code -> code.find())
                    .map(code -> code.group(1))
                    .findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same, once the letter is there. */
    public String awaitCode(String subject) {
        return await().pollInSameThread()
                .until(() -> code(subject), Optional::isPresent)
                .orElseThrow();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
