package com.realtimeconnect.common.secret;

import java.nio.charset.StandardCharsets;

/** A password or key from the configuration. It binds from text and never prints itself. */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public static Secret of(String value) {
        return new Secret(value);
    }

    /** Used by configuration binding. */
    public static Secret valueOf(String value) {
        return of(value);
    }

    /** The text itself: hand it only to what needs it. */
    public String value() {
        return value;
    }

    public byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    public boolean isEmpty() {
        return value.isBlank();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
