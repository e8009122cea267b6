package com.realtimeconnect.user.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Passwords that are tried first: a list, and those made of one short piece over and over or of a run of characters. */
final class CommonPasswords {

    private static final int LONGEST_PIECE = 3;
    private static final Set<String> LIST = read();

    private CommonPasswords() {}

    static boolean contains(String password) {
        var lower = password.toLowerCase(Locale.ROOT);
        return LIST.contains(lower) || isRepetition(lower) || isRun(lower);
    }

    private static boolean isRepetition(String text) {
        for (var piece = 1; piece <= LONGEST_PIECE; piece++) {
            if (text.equals(
                    text.substring(0, piece).repeat(text.length() / piece + 1).substring(0, text.length()))) {
                return true;
            }
        }
        return false;
    }

    /** Each character follows the one before, upwards or downwards, as in {@code abcdefghij}. */
    private static boolean isRun(String text) {
        var step = text.charAt(1) - text.charAt(0);
        for (var i = 1; i < text.length(); i++) {
            if (Math.abs(step) != 1 || text.charAt(i) - text.charAt(i - 1) != step) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> read() {
        var resource = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("/passwords/common.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
