package com.realtimeconnect.common.identity;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** UUIDs of version 7 (RFC 9562, section 5.7): in order of their making, so that indexes grow at one end. Thread-safe. */
public final class Uuids {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();
    private static final int TEXT_LENGTH = 36;

    private Uuids() {}

    public static UUID next() {
        return GENERATOR.generate();
    }

    /**
     * Reads the canonical form of 36 characters only; {@link UUID#fromString} alone would also take shorter ones.
     *
     * @throws IllegalArgumentException if the text is anything else
     */
    public static UUID parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            throw new IllegalArgumentException("Not a UUID");
        }
        return UUID.fromString(text);
    }
}
