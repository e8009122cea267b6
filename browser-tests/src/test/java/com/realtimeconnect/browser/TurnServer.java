package com.realtimeconnect.browser;

import com.realtimeconnect.localstack.Ports;
import com.realtimeconnect.localstack.SupervisedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's coturn on this machine's loopback. */
final class TurnServer implements AutoCloseable {

    private static final String SECRET = "a-secret-of-this-test-only";
    private static final Path PROGRAM = Path.of("/usr/bin/turnserver");

    private final SupervisedProcess process;
    private final int port;

    private TurnServer(SupervisedProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    static boolean isInstalled() {
        return PROGRAM.toFile().canExecute();
    }

    static TurnServer start() {
        var port = Ports.anyFree();
        try {
            var logs = Path.of("target", "logs").toAbsolutePath();
            Files.createDirectories(logs);
            var command = List.of(
                    PROGRAM.toString(),
                    "-n",
                    "--listening-ip=127.0.0.1",
                    "--relay-ip=127.0.0.1",
                    "--listening-port=" + port,
                    "--use-auth-secret",
                    "--static-auth-secret=" + SECRET,
                    "--realm=connect.example",
                    "--allow-loopback-peers",
                    "--fingerprint",
                    "--no-cli",
                    "--no-tls",
                    "--no-dtls",
                    "--log-file=stdout",
                    "--simple-log",
                    "--pidfile=" + logs.resolve("turn.pid"),
                    "--userdb=" + logs.resolve("turn.db"));
            var program = new SupervisedProcess.Program(
                    "coturn", command, Map.of(), logs, logs.resolve("coturn.log"), "TERM", null);
            return new TurnServer(SupervisedProcess.start(program), port);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What interaction-service has to know of it. */
    Map<String, String> settings() {
        return Map.of(
                "ICE_PRIVACY",
                "relay",
                "TURN_URLS",
                "turn:127.0.0.1:" + port + "?transport=udp",
                "TURN_SECRET",
                SECRET,
                // Longer than the tokens live, and than a node is missed.
                "CALL_SECONDS",
                "90");
    }

    @Override
    public void close() {
        process.close();
    }
}
