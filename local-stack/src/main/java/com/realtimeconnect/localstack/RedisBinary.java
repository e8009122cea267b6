package com.realtimeconnect.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import redis.embedded.RedisServer;

/** The Redis program for this machine, unpacked once from the jar that brings it. */
final class RedisBinary {

    private static final String VERSION = "7.0.15";

    private RedisBinary() {}

    static Path in(Path folder) throws IOException {
        var name = "redis-server-" + VERSION + "-" + system() + "-" + machine();
        var program = folder.resolve(name);
        if (Files.exists(program)) {
            return program;
        }
        Files.createDirectories(folder);
        var unpacked = Files.createTempFile(folder, name, "");
        try (var packed = RedisServer.class.getResourceAsStream("/" + name)) {
            if (packed == null) {
                throw new StackException("No Redis is packed as " + name + ". Set REDIS_URL to one that runs already");
            }
            Files.copy(packed, unpacked, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setPosixFilePermissions(unpacked, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Files.move(unpacked, program, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String system() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    }

    private static String machine() {
        return System.getProperty("os.arch", "").equals("aarch64") ? "arm64" : "amd64";
    }
}
