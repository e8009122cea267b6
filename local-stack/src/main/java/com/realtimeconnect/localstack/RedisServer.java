package com.realtimeconnect.localstack;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A Redis process of our own, on loopback only. */
public final class RedisServer implements AutoCloseable {

    private final redis.embedded.RedisServer server;
    private final int port;

    private RedisServer(redis.embedded.RedisServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param data where its append-only file lives and stays, or null to keep nothing
     * @param port the port on loopback, or 0 for any free one
     */
    public static RedisServer start(@Nullable Path data, int port) throws IOException {
        var chosen = port == 0 ? freePort() : port;
        var builder = redis.embedded.RedisServer.builder()
                .port(chosen)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .setting("maxmemory 512mb");
        if (data != null) {
            Files.createDirectories(data);
            builder.setting("appendonly yes").setting("dir " + data.toAbsolutePath());
        } else {
            builder.setting("appendonly no");
        }
        var server = builder.build();
        server.start();
        return new RedisServer(server, chosen);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://localhost:" + port;
    }

    @Override
    public void close() throws IOException {
        server.stop();
    }
}
