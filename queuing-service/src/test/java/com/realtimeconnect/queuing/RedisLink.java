package com.realtimeconnect.queuing;

import com.realtimeconnect.test.LocalServices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire to the Redis of the tests that can be cut: the sudden death of a node, as the others see it. */
public final class RedisLink implements AutoCloseable {

    private final ServerSocket entry;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    public RedisLink() {
        try {
            entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public String url() {
        return "redis://localhost:" + entry.getLocalPort();
    }

    /** Nothing passes any more, and no new connection is taken. */
    public void cut() {
        close();
    }

    @Override
    public void close() {
        try {
            entry.close();
            for (var socket : sockets) {
                socket.close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void accept() {
        var redis = URI.create(LocalServices.shared().redisUrl());
        try {
            while (!entry.isClosed()) {
                var near = entry.accept();
                var far = new Socket(redis.getHost(), redis.getPort());
                sockets.add(near);
                sockets.add(far);
                Thread.ofVirtual().start(() -> pump(near, far));
                Thread.ofVirtual().start(() -> pump(far, near));
            }
        } catch (IOException cut) {
            // The end of the link.
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // The end of this connection.
        }
    }
}
