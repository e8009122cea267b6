package com.realtimeconnect.queuing.matching;

import com.realtimeconnect.queuing.lua.LuaScript;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Runs {@code lua/matching/find_ticket.lua}. */
@Component
class FindTicketScript {

    private final LuaScript script = LuaScript.load("matching/slot", "matching/find_ticket");
    private final StringRedisTemplate redis;
    private final TicketJson json;

    FindTicketScript(StringRedisTemplate redis, TicketJson json) {
        this.redis = redis;
        this.json = json;
    }

    Standing run(QueueSlot slot, UUID ticketId) {
        var result = script.run(redis, slot.keys(), ticketId.toString());
        return switch (result.getFirst()) {
            case "WAITING", "AWAY" -> {
                var place = Long.parseLong(result.get(2));
                yield new Standing.Waiting(
                        json.read(result.get(1)),
                        result.getFirst().equals("AWAY"),
                        place,
                        WaitEstimate.of(place, pace(result.get(4))));
            }
            case "ENDED" -> new Standing.Gone(TicketEnd.parse(result.get(1)));
            case "MISSING" -> new Standing.Gone(null);
            default -> throw new IllegalStateException("find_ticket.lua returned " + result.getFirst());
        };
    }

    static @Nullable Duration pace(String millis) {
        return millis.isEmpty() ? null : Duration.ofMillis((long) Double.parseDouble(millis));
    }
}
