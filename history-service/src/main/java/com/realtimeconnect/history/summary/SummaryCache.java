package com.realtimeconnect.history.summary;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.lua.LuaFile;
import com.realtimeconnect.history.interaction.HistoryChanged;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisStringCommands;
import org.springframework.data.redis.connection.SetCondition;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.data.redis.core.types.Expiration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.databind.json.JsonMapper;

/**
 * Summaries in Redis, one key for each person: {@code history:{userId}:summary}. It holds the summary, or a mark that
 * says the history changed. A summary is stored only if the key still is what it was before the summary was computed, so
 * one that was overtaken by a change is never kept. Without Redis each summary is computed.
 */
@Component
class SummaryCache {

    private static final Logger LOG = LoggerFactory.getLogger(SummaryCache.class);
    private static final String MARK = "changed:";

    /** Longer than any summary takes to compute. */
    private static final Duration MARK_TTL = Duration.ofMinutes(1);

    private static final RedisScript<Long> STORE = LuaFile.script("summary/store_summary", Long.class);

    private final StringRedisTemplate redis;
    private final JsonMapper json;
    private final Duration ttl;

    SummaryCache(StringRedisTemplate redis, JsonMapper json, SummaryProperties properties) {
        this.redis = redis;
        this.json = json;
        this.ttl = properties.ttl();
    }

    Summary of(UserId person, Supplier<Summary> computation) {
        try {
            return cachedOrComputed(person, computation);
        } catch (DataAccessException noRedis) {
            LOG.atWarn().setCause(noRedis).log("Summary is computed without its cache");
            return computation.get();
        }
    }

    private Summary cachedOrComputed(UserId person, Supplier<Summary> computation) {
        var before = redis.opsForValue().get(key(person));
        return cached(before).orElseGet(() -> {
            var summary = computation.get();
            redis.execute(
                    STORE,
                    List.of(key(person)),
                    before == null ? "" : before,
                    json.writeValueAsString(summary),
                    String.valueOf(ttl.toMillis()));
            return summary;
        });
    }

    private Optional<Summary> cached(@Nullable String value) {
        return value == null || value.startsWith(MARK)
                ? Optional.empty()
                : Optional.of(json.readValue(value, Summary.class));
    }

    @TransactionalEventListener
    void onChanged(HistoryChanged change) {
        try {
            redis.executePipelined((RedisCallback<@Nullable Object>) connection -> {
                change.people().forEach(person -> mark(connection.stringCommands(), person));
                return null;
            });
        } catch (DataAccessException noRedis) {
            LOG.atWarn().setCause(noRedis).log("Cached summaries may be behind until they expire");
        }
    }

    private static void mark(RedisStringCommands commands, UserId person) {
        commands.set(
                key(person).getBytes(UTF_8),
                (MARK + Uuids.next()).getBytes(UTF_8),
                SetCondition.upsert(),
                Expiration.from(MARK_TTL));
    }

    private static String key(UserId person) {
        return "history:{" + person + "}:summary";
    }
}
