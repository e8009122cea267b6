package com.realtimeconnect.history.interaction;

import com.realtimeconnect.common.page.Cursor;
import com.realtimeconnect.common.problem.Problems;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How instants go into columns and come out: in UTC, to the millisecond that the wire shows. */
public final class Timestamps {

    /** Well within what the database can store and Java can format. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Timestamps() {}

    /** @throws com.realtimeconnect.common.problem.ProblemException 400 for an instant out of any use */
    public static void requireStorable(String field, @Nullable Instant instant) {
        if (instant != null && (instant.isBefore(EARLIEST) || instant.isAfter(LATEST))) {
            throw Problems.invalid(field, "must be a time between the years 1900 and 2200");
        }
    }

    /**
     * Reads a query's instant; nothing for none.
     *
     * @throws com.realtimeconnect.common.problem.ProblemException 400 for what is no instant, or one out of any use
     */
    public static @Nullable Instant parse(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            var instant = Instant.parse(text);
            requireStorable(field, instant);
            return instant;
        } catch (DateTimeException notAnInstant) {
            throw Problems.invalid(field, "must be an ISO-8601 instant, such as 2026-01-31T12:00:00Z");
        }
    }

    /** The instant in a cursor, which may have been made up. */
    public static Instant of(Cursor cursor) {
        var instant = cursor.instant(0);
        requireStorable("cursor", instant);
        return instant;
    }

    public static OffsetDateTime column(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    }

    public static @Nullable OffsetDateTime nullableColumn(@Nullable Instant instant) {
        return instant == null ? null : column(instant);
    }

    public static Instant read(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant readNullable(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
