package com.realtimeconnect.queuing.matching;

import com.realtimeconnect.queuing.intent.Intent;
import com.realtimeconnect.queuing.matching.WaitingRoom.Swept;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/**
 * Ends tickets of people who stay away, and searches again among those who wait. Nodes take turns, for economy only: two at
 * once would do no harm. The search goes round by windows, with a bound for each turn.
 */
@Component
class MatchSweep {

    private static final Duration TURN = Duration.ofMillis(900);

    private final StringRedisTemplate redis;
    private final ExpireTicketsScript expireTickets;
    private final RematchWindowScript rematchWindow;
    private final MatchingProperties properties;

    MatchSweep(
            StringRedisTemplate redis,
            ExpireTicketsScript expireTickets,
            RematchWindowScript rematchWindow,
            MatchingProperties properties) {
        this.redis = redis;
        this.expireTickets = expireTickets;
        this.rematchWindow = rematchWindow;
        this.properties = properties;
    }

    Swept run(Intent intent) {
        var slot = QueueSlot.of(intent);
        if (!Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(slot.sweeperKey(), "1", TURN))) {
            return new Swept(List.of(), List.of());
        }
        return new Swept(expireTickets.run(slot), rematch(slot));
    }

    private List<Pairing> rematch(QueueSlot slot) {
        var pairings = new ArrayList<Pairing>();
        for (int windows = 0; windows < properties.rematchWindows(); windows++) {
            var window = rematchWindow.run(slot);
            pairings.addAll(window.pairings());
            if (window.round()) {
                break;
            }
        }
        return pairings;
    }
}
