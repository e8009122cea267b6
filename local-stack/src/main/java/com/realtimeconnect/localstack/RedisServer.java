package com.realtimeconnect.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Redis process of our own, on loopback only. */
public final class RedisServer implements AutoCloseable {

    private static final Duration START_TIME = Duration.ofSeconds(30);

    private final SupervisedProcess process;
    private final int port;

    private RedisServer(SupervisedProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param data where its append-only file lives and stays, or null to keep nothing
     * @param port the port on loopback, or 0 for any free one
     */
    public static RedisServer start(@Nullable Path data, int port) throws IOException {
        var project = ProjectFolder.find();
        var rubbish = data == null ? Files.createTempDirectory("connect-redis-") : null;
        var folder = Files.createDirectories(rubbish == null ? java.util.Objects.requireNonNull(data) : rubbish)
                .toAbsolutePath();
        var log = (rubbish == null ? project.logs() : folder).resolve("redis.log");
        var chosen = port == 0 ? Ports.anyFree() : port;
        var command = new ArrayList<String>();
        command.add(RedisBinary.in(project.binaries()).toString());
        command.addAll(List.of("--bind", "127.0.0.1", "--port", Integer.toString(chosen), "--dir", folder.toString()));
        command.addAll(List.of("--save", "", "--appendonly", rubbish == null ? "yes" : "no"));
        command.addAll(List.of("--maxmemory", "512mb", "--maxmemory-policy", "noeviction"));
        var program = new SupervisedProcess.Program("Redis", command, Map.of(), folder, log, "TERM", rubbish);
        var server = new RedisServer(SupervisedProcess.start(program), chosen);
        server.awaitAnswer();
        return server;
    }

    private void awaitAnswer() {
        var deadline = System.nanoTime() + START_TIME.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.close();
                throw new StackException("Redis does not answer:\n" + LogFile.tail(process.log()));
            }
            Pause.shortly();
        }
    }

    /** A server that still reads its file answers that it is loading. */
    private boolean isReady() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
            return answer.equals("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://localhost:" + port;
    }

    /** Its process, for who wants to read its log or to watch it. */
    public SupervisedProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
