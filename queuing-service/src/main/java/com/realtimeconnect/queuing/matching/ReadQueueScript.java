package com.realtimeconnect.queuing.matching;

import com.realtimeconnect.queuing.intent.Intent;
import com.realtimeconnect.queuing.lua.LuaScript;
import java.time.Duration;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Runs {@code lua/matching/read_queue.lua}. */
@Component
class ReadQueueScript {

    private final LuaScript script = LuaScript.load("matching/slot", "matching/read_queue");
    private final StringRedisTemplate redis;

    ReadQueueScript(StringRedisTemplate redis) {
        this.redis = redis;
    }

    QueueLength run(Intent intent) {
        var result = script.run(redis, QueueSlot.of(intent).keys());
        return new QueueLength(
                intent,
                Long.parseLong(result.get(0)),
                Long.parseLong(result.get(1)),
                wait(result.get(2)),
                wait(result.get(3)),
                FindTicketScript.pace(result.get(4)));
    }

    private static Duration wait(String millis) {
        return millis.isEmpty() ? Duration.ZERO : Duration.ofMillis(Long.parseLong(millis));
    }
}
