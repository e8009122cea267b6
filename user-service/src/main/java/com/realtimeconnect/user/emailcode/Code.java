package com.realtimeconnect.user.emailcode;

import java.security.SecureRandom;
import java.util.Locale;

/** Eight letters and digits that are hard to take for each other; 39 bits. Written with a dash, read without care for it. */
record Code(String letters) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;

    static Code random() {
        var letters = new StringBuilder(LENGTH);
        for (var i = 0; i < LENGTH; i++) {
            letters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new Code(letters.toString());
    }

    /** What somebody typed, with or without the dash, in either case. */
    static Code read(String typed) {
        return new Code(typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    /** As it is shown to people. */
    String display() {
        return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
    }

    /** Hidden. */
    @Override
    public String toString() {
        return "Code[hidden]";
    }
}
