package com.realtimeconnect.common.lua;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Lua files under {@code lua/} on the class path. They are read once: a script that is made of the resource itself looks
 * through the class path, at each run, whether its file has changed.
 */
public final class LuaFile {

    private LuaFile() {}

    /**
     * A script of one file.
     *
     * @param name such as {@code summary/store_summary}
     * @param result what it returns
     */
    public static <T> RedisScript<T> script(String name, Class<T> result) {
        return RedisScript.of(read(name), result);
    }

    /**
     * The text of one file.
     *
     * @throws UncheckedIOException if there is no such file
     */
    public static String read(String name) {
        try {
            return new ClassPathResource("lua/" + name + ".lua").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
