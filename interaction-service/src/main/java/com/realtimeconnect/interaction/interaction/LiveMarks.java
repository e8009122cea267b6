package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.lua.LuaFile;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Who is in a call, for queuing-service, which shows them so. Whatever order the nodes tell it in, the latest counts. */
@Component
class LiveMarks {

    /** Where queuing-service hears who was called or is free again; the message is {@code {userId, inCall}}. */
    private static final String NEWS = "connect:presence";

    /** Longer than any node's word is under way. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private static final RedisScript<Long> NOTE_LIVE = LuaFile.script("interaction/note_live", Long.class);

    private final StringRedisTemplate redis;
    private final JsonMapper json;
    private final Clock clock;

    LiveMarks(StringRedisTemplate redis, JsonMapper json, Clock clock) {
        this.redis = redis;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Notes it and, if a call begins or ends with it, tells those who watch the person.
     *
     * @throws org.springframework.dao.DataAccessException if Redis does not answer
     */
    void note(InteractionView view, UserId user, boolean isNews) {
        var deadline = view.times().nextDeadline();
        var isOn = view.isLive() && deadline != null;
        var lifetime = isOn
                ? Duration.between(clock.instant(), deadline)
                        .plusSeconds(view.times().callSeconds())
                        .plus(MARGIN)
                : MARGIN;
        redis.execute(
                NOTE_LIVE,
                List.of("interaction:live:{" + user + "}", "interaction:noted:{" + user + "}"),
                isOn ? view.id().toString() : "",
                Long.toString(view.times().matchedAt().toEpochMilli()),
                Integer.toString(view.step()),
                Long.toString(lifetime.toMillis()),
                NEWS,
                isNews ? json.writeValueAsString(Map.of("userId", user, "inCall", view.isLive())) : "");
    }
}
