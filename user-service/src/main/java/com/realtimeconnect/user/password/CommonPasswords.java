package com.realtimeconnect.user.password;

import com.google.common.hash.BloomFilter;
import com.google.common.hash.Funnels;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/**
 * Passwords that are tried first: a list, and those made of one short piece over and over or of a run of characters. The
 * list is a Bloom filter: it knows every password that was put in, and takes one other in a million for one of them.
 */
final class CommonPasswords {

    private static final int LONGEST_PIECE = 3;
    private static final BloomFilter<CharSequence> LIST = read();

    private CommonPasswords() {}

    static boolean contains(String password) {
        var lower = password.toLowerCase(Locale.ROOT);
        return LIST.mightContain(lower) || isRepetition(lower) || isRun(lower);
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

    private static BloomFilter<CharSequence> read() {
        var resource = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("/passwords/common.bloom"));
        try (var bytes = new BufferedInputStream(resource)) {
            return BloomFilter.readFrom(bytes, Funnels.stringFunnel(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
