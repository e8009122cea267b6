package com.realtimeconnect.history.analytics;

import com.fasterxml.jackson.annotation.JsonValue;
import com.realtimeconnect.common.problem.Problems;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How time is cut, in UTC; weeks begin on Monday. */
enum Bucket {
    HOUR(Duration.ofHours(1), 24, 31 * 24),
    DAY(Duration.ofDays(1), 30, 366),
    WEEK(Duration.ofDays(7), 12, 53);

    private final Duration length;
    private final int usual;
    private final int most;

    Bucket(Duration length, int usual, int most) {
        this.length = length;
        this.usual = usual;
        this.most = most;
    }

    /** The bucket of this wire name. @throws com.realtimeconnect.common.problem.ProblemException 400 for any other text */
    static Bucket parse(String wireName) {
        for (var bucket : values()) {
            if (bucket.wireName().equals(wireName)) {
                return bucket;
            }
        }
        throw Problems.invalid("bucket", "must be hour, day or week");
    }

    /** Also what PostgreSQL's {@code date_trunc} calls it. */
    @JsonValue
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    Instant startOf(Instant instant) {
        var time = instant.atOffset(ZoneOffset.UTC);
        return switch (this) {
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS).toInstant();
            case DAY -> time.truncatedTo(ChronoUnit.DAYS).toInstant();
            case WEEK ->
                time.truncatedTo(ChronoUnit.DAYS)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .toInstant();
        };
    }

    /** The end of the bucket that the instant is in, or the instant itself if it is a boundary. */
    Instant endOf(Instant instant) {
        var start = startOf(instant);
        return start.equals(instant) ? instant : start.plus(length);
    }

    /** How far back a range goes that does not say where it begins. */
    Duration usualRange() {
        return length.multipliedBy(usual);
    }

    int mostBuckets() {
        return most;
    }

    Duration longestRange() {
        return length.multipliedBy(most);
    }
}
