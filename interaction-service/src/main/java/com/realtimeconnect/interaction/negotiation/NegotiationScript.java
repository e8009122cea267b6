package com.realtimeconnect.interaction.negotiation;

import com.realtimeconnect.common.lua.LuaFile;
import com.realtimeconnect.common.problem.Problems;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** One atomic step of a negotiation: a file in {@code lua/negotiation}, whose head names its keys and arguments. */
final class NegotiationScript {

    private final RedisScript<?> script;
    private final StringRedisTemplate redis;

    NegotiationScript(String name, StringRedisTemplate redis) {
        this.script = LuaFile.script("negotiation/" + name, List.class);
        this.redis = redis;
    }

    List<String> run(List<String> keys, String... arguments) {
        try {
            var reply = redis.execute(script, keys, (Object[]) arguments);
            return reply instanceof List<?> texts
                    ? texts.stream().map(String::valueOf).toList()
                    : List.of();
        } catch (DataAccessException unreachable) {
            throw Problems.unavailable("The negotiation cannot be read now", unreachable);
        }
    }
}
