package com.realtimeconnect.user.emailcode;

/** What a code is good for; it is good for nothing else. */
public enum CodePurpose {
    VERIFY_EMAIL("verify-email"),
    RESET_PASSWORD("reset-password");

    private final String word;

    CodePurpose(String word) {
        this.word = word;
    }

    /** As it is stored. */
    String word() {
        return word;
    }
}
