package com.realtimeconnect.queuing.intent;

import java.util.Locale;

/**
 * What a person comes for.
 *
 * @param name on the wire and in keys
 * @param label for people to read
 */
public record Intent(String name, String label) {

    /** Reads {@code name=Label}; without a label the name serves, capitalised. */
    static Intent parse(String text) {
        var parts = text.strip().split("=", 2);
        var name = parts[0].strip();
        if (!name.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException(
                    "INTENTS: '%s' must be 1 to 32 lower-case letters, digits or hyphens".formatted(name));
        }
        var label = parts.length == 2
                ? parts[1].strip()
                : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return new Intent(name, label);
    }

    @Override
    public String toString() {
        return name;
    }
}
