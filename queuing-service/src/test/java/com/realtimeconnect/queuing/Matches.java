package com.realtimeconnect.queuing;

import com.realtimeconnect.common.event.queuing.MatchFound;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Reads a match stream, as interaction-service would. */
public final class Matches {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Matches() {}

    public static List<MatchFound> of(StringRedisTemplate redis, String intent) {
        return Objects.requireNonNull(redis.opsForStream().range("{queue:" + intent + "}:matches", Range.unbounded()))
                .stream()
                .map(entry -> JSON.readValue(String.valueOf(entry.getValue().get("match")), MatchFound.class))
                .toList();
    }

    public static Optional<MatchFound> with(StringRedisTemplate redis, String intent, UUID user) {
        return of(redis, intent).stream()
                .filter(match -> match.woman().userId().value().equals(user)
                        || match.man().userId().value().equals(user))
                .findFirst();
    }
}
