package com.realtimeconnect.queuing.lua;

import com.realtimeconnect.common.lua.LuaFile;
import com.realtimeconnect.common.problem.Problems;
import java.util.List;
import java.util.Objects;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/** A Lua file that returns a list of strings; several names are run as one script, in order. */
public final class LuaScript {

    private final RedisScript<List<String>> script;

    private LuaScript(RedisScript<List<String>> script) {
        this.script = script;
    }

    /** @param names such as {@code matching/join_queue}, under {@code lua/} on the class path */
    public static LuaScript load(String... names) {
        var text = new StringBuilder();
        for (var name : names) {
            text.append(LuaFile.read(name)).append('\n');
        }
        return new LuaScript(RedisScript.of(text.toString(), listOfStrings()));
    }

    /** @throws com.realtimeconnect.common.problem.ProblemException {@code unavailable} if Redis does not answer */
    public List<String> run(StringRedisTemplate redis, List<String> keys, Object... arguments) {
        try {
            return Objects.requireNonNull(redis.execute(script, keys, arguments), "a script returns a list");
        } catch (DataAccessResourceFailureException | QueryTimeoutException unreachable) {
            throw Problems.unavailable("The queues cannot be reached right now", unreachable);
        }
    }

    @SuppressWarnings("unchecked")
    private static Class<List<String>> listOfStrings() {
        return (Class<List<String>>) (Class<?>) List.class;
    }
}
