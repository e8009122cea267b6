package com.realtimeconnect.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One process of one service. It can be stopped, or killed, and started again at the same address. */
public final class ServiceNode implements AutoCloseable {

    private static final Duration START_TIME = Duration.ofSeconds(150);
    private static final Duration STOP_TIME = Duration.ofSeconds(10);

    private final Service service;
    private final int number;
    private final int port;
    private final Path logs;
    private final Function<ServiceNode, SupervisedProcess.Program> program;
    private final HttpClient http;
    private @Nullable SupervisedProcess process;

    /**
     * @param logs where its log is
     * @param program how it is started by now; asked at each start
     */
    ServiceNode(
            Service service,
            int number,
            int port,
            Path logs,
            Function<ServiceNode, SupervisedProcess.Program> program,
            HttpClient http) {
        this.service = service;
        this.number = number;
        this.port = port;
        this.logs = logs;
        this.program = program;
        this.http = http;
    }

    public void start() {
        startWith(Map.of());
    }

    /** Starts it with some settings of its own, until it is started the next time. */
    public void startWith(Map<String, String> settings) {
        try {
            process = SupervisedProcess.start(program.apply(this).with(settings));
        } catch (IOException broken) {
            throw new StackException(name() + " cannot be started", broken);
        }
    }

    /** Waits until it says itself that it can serve. */
    public void awaitReady() {
        var deadline = System.nanoTime() + START_TIME.toNanos();
        while (!isReady(http, address())) {
            if (!isAlive()) {
                throw new StackException(name() + " ended while it started:\n" + LogFile.tail(log()));
            }
            if (System.nanoTime() > deadline) {
                throw new StackException(
                        name() + " is not ready after " + START_TIME.toSeconds() + " s:\n" + LogFile.tail(log()));
            }
            Pause.shortly();
        }
    }

    static boolean isReady(HttpClient http, URI address) {
        var request = HttpRequest.newBuilder(address.resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting", interrupted);
        }
    }

    public Service service() {
        return service;
    }

    public int number() {
        return number;
    }

    public String name() {
        return number == 1 ? service.fullName() : service.fullName() + "-" + number;
    }

    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    public Path log() {
        return logs.resolve(name() + ".log");
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Waits for its end and says with which code it came. */
    int awaitEnd() {
        try {
            return Objects.requireNonNull(process, "not started").awaitEnd();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting", interrupted);
        }
    }

    /** Ends it as an operator does: it says goodbye to its sockets. */
    public void stop() {
        if (process != null) {
            process.stop(STOP_TIME);
        }
    }

    /** Ends it as a crash does. */
    public void kill() {
        if (process != null) {
            process.kill();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
