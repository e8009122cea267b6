package com.realtimeconnect.interaction.match;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisStreamCommands.XClaimOptions;
import org.springframework.data.redis.connection.stream.ByteRecord;
import org.springframework.data.redis.connection.stream.Consumer;
import org.springframework.data.redis.connection.stream.PendingMessage;
import org.springframework.data.redis.connection.stream.ReadOffset;
import org.springframework.data.redis.connection.stream.RecordId;
import org.springframework.data.redis.connection.stream.StreamOffset;
import org.springframework.data.redis.connection.stream.StreamReadOptions;

/**
 * The match stream of one intent, as one consumer of the group {@code interactions} reads it over a connection of its own.
 * A group that is gone, for instance because Redis lost everything, is made again from the start of the stream.
 */
final class MatchStream {

    private static final String GROUP = "interactions";
    private static final byte[] FIELD = "match".getBytes(StandardCharsets.UTF_8);
    private static final int BATCH = 32;

    private final byte[] key;
    private final String consumer;
    private final RedisConnection redis;

    MatchStream(String intent, String consumer, RedisConnection redis) {
        this.key = keyOf(intent).getBytes(StandardCharsets.UTF_8);
        this.consumer = consumer;
        this.redis = redis;
    }

    static String keyOf(String intent) {
        return "{queue:" + intent + "}:matches";
    }

    /** Matches that nobody has in hand yet; waits for one if there is none. */
    @SuppressWarnings("unchecked") // an array of one offset
    List<Entry> readNew(Duration patience) {
        try {
            return entries(redis.streamCommands()
                    .xReadGroup(
                            Consumer.from(GROUP, consumer),
                            StreamReadOptions.empty().count(BATCH).block(patience),
                            StreamOffset.create(key, ReadOffset.lastConsumed())));
        } catch (RedisSystemException failed) {
            if (isWithoutGroup(failed)) {
                createGroup();
                return List.of();
            }
            throw failed;
        }
    }

    /** Matches that were in somebody's hand for longer than they may be. */
    List<Entry> takeOver(Duration lease, Duration retry) {
        var pending = redis.streamCommands().xPending(key, GROUP, Range.unbounded(), (long) BATCH);
        if (pending == null) {
            return List.of();
        }
        var overdue = pending.stream()
                .filter(message -> message.getElapsedTimeSinceLastDelivery()
                                .compareTo(message.getConsumerName().equals(consumer) ? retry : lease)
                        >= 0)
                .map(PendingMessage::getId)
                .toArray(RecordId[]::new);
        if (overdue.length == 0) {
            return List.of();
        }
        var leastIdle = lease.compareTo(retry) < 0 ? lease : retry;
        return entries(redis.streamCommands()
                .xClaim(key, GROUP, consumer, XClaimOptions.minIdle(leastIdle).ids(overdue)));
    }

    /** Nothing is left to do for these. */
    void confirm(Collection<Entry> entries) {
        var ids = entries.stream().map(Entry::id).toArray(RecordId[]::new);
        if (ids.length > 0) {
            redis.streamCommands().xAck(key, GROUP, ids);
            redis.streamCommands().xDel(key, ids);
        }
    }

    private void createGroup() {
        try {
            redis.streamCommands().xGroupCreate(key, GROUP, ReadOffset.from("0"), true);
        } catch (DataAccessException failed) {
            if (!mentions(failed, "BUSYGROUP")) {
                throw failed;
            }
        }
    }

    static boolean isWithoutGroup(DataAccessException failed) {
        return mentions(failed, "NOGROUP");
    }

    private static boolean mentions(DataAccessException failed, String code) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && cause.getMessage().contains(code)) {
                return true;
            }
        }
        return false;
    }

    private static List<Entry> entries(@Nullable List<ByteRecord> records) {
        return Objects.requireNonNullElse(records, List.<ByteRecord>of()).stream()
                .map(MatchStream::entry)
                .toList();
    }

    private static Entry entry(ByteRecord record) {
        for (var field : record.getValue().entrySet()) {
            if (Arrays.equals(field.getKey(), FIELD)) {
                return new Entry(record.getId(), new String(field.getValue(), StandardCharsets.UTF_8));
            }
        }
        return new Entry(record.getId(), "");
    }

    /** @param match the match as JSON, or empty if the entry holds none */
    record Entry(RecordId id, String match) {}
}
