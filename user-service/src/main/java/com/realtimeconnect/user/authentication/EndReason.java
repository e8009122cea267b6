package com.realtimeconnect.user.authentication;

/** Why a login ended before its time. */
enum EndReason {
    LOGOUT("logout"),
    ENDED_BY_PERSON("ended-by-person"),
    PASSWORD_CHANGED("password-changed"),
    REFRESH_REUSED("refresh-reused");

    private final String word;

    EndReason(String word) {
        this.word = word;
    }

    /** As it is stored and logged. */
    String word() {
        return word;
    }
}
