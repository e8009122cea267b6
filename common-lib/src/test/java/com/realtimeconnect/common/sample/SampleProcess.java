package com.realtimeconnect.common.sample;

import static org.awaitility.Awaitility.await;

import com.realtimeconnect.localstack.Ports;
import com.realtimeconnect.test.LocalServices;
import com.realtimeconnect.test.StompTestClient;
import com.realtimeconnect.test.TestTokens;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.SpringApplication;

/** A node in a JVM of its own, which can be killed. */
public final class SampleProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    private SampleProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** What the process runs. */
    public static void main(String[] arguments) {
        SpringApplication.run(SampleApplication.class, arguments);
    }

    /** Starts a node, after these words of the command line and with these settings, and waits until it answers. */
    public static SampleProcess start(List<String> before, List<String> jvmOptions, String... settings)
            throws IOException {
        var port = Ports.anyFree();
        var command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SampleProcess.class.getName()));
        command.add("--server.port=" + port);
        for (var setting : settings) {
            command.add("--" + setting);
        }
        var builder = new ProcessBuilder(command).redirectErrorStream(true).inheritIO();
        builder.environment().put("REDIS_URL", LocalServices.shared().redisUrl());
        builder.environment().put("JWKS_URL", TestTokens.jwksUrl());
        builder.environment().put("JWT_ISSUER", TestTokens.ISSUER);
        builder.environment().put("JWT_AUDIENCE", TestTokens.AUDIENCE);
        var started = new SampleProcess(builder.start(), port);
        Runtime.getRuntime().addShutdownHook(new Thread(started::kill));
        await().atMost(Duration.ofSeconds(60)).until(started::answers);
        return started;
    }

    public URI endpoint() {
        return StompTestClient.endpoint(port, "/ws");
    }

    public StompTestClient connect(UUID userId) {
        return StompTestClient.subscribed(endpoint(), TestTokens.person(userId, "female"));
    }

    public long pid() {
        return process.pid();
    }

    /** As {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("The process ended with " + process.exitValue());
        }
        try (var socket = new Socket("localhost", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
