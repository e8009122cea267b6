package com.realtimeconnect.common.secret;

import org.jspecify.annotations.Nullable;

/**
 * A secret that production cannot run without; declare one as a bean for each.
 *
 * @param environmentName the variable an operator sets, named in the refusal
 * @param value what is configured, or null
 * @param minimumLength the shortest text that is accepted, in characters
 */
public record RequiredSecret(
        String environmentName, @Nullable Secret value, int minimumLength) {

    /** Marks the defaults of the local stack, so that no production runs with one. */
    public static final String LOCAL_MARK = "not-for-production";

    @Nullable
    String complaint() {
        if (value == null || value.isEmpty()) {
            return environmentName + " is missing";
        }
        if (value.value().contains(LOCAL_MARK)) {
            return environmentName + " still has its local default";
        }
        if (value.value().length() < minimumLength) {
            return environmentName + " is weak: at least " + minimumLength + " characters are needed";
        }
        return null;
    }
}
