package com.realtimeconnect.common.page;

import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The key of the last row of a page. Clients see it as opaque text; a text that we did not make is refused when it is read. */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\n";
    private static final int LONGEST = 512;

    /** What both Java and PostgreSQL write with a year of four digits. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    public Cursor {
        parts = List.copyOf(parts);
    }

    public static Cursor of(Object... parts) {
        return new Cursor(Stream.of(parts).map(Object::toString).toList());
    }

    /** @throws ProblemException 400 if the text cannot be a cursor */
    public static Cursor decode(String text) {
        if (text.isEmpty() || text.length() > LONGEST) {
            throw unreadable();
        }
        try {
            var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return new Cursor(List.of(plain.split(SEPARATOR, -1)));
        } catch (IllegalArgumentException notBase64) {
            throw unreadable();
        }
    }

    public String encode() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ProblemException 400 if that part is no instant, or one that no database takes */
    public Instant instant(int index) {
        try {
            var instant = Instant.parse(part(index));
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw unreadable();
            }
            return instant;
        } catch (DateTimeException notAnInstant) {
            throw unreadable();
        }
    }

    /** @throws ProblemException 400 if that part is no UUID */
    public UUID uuid(int index) {
        try {
            return Uuids.parse(part(index));
        } catch (IllegalArgumentException notUuid) {
            throw unreadable();
        }
    }

    /** @throws ProblemException 400 if that part is no number */
    public long number(int index) {
        try {
            return Long.parseLong(part(index));
        } catch (NumberFormatException notNumber) {
            throw unreadable();
        }
    }

    private String part(int index) {
        if (index >= parts.size()) {
            throw unreadable();
        }
        return parts.get(index);
    }

    private static ProblemException unreadable() {
        return Problems.invalid("cursor", "is not a cursor that was given out here");
    }
}
