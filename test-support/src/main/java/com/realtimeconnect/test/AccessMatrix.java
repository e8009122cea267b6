package com.realtimeconnect.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.test.AccessCallers.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who gets through which door of a running service: every REST endpoint that it maps and every STOMP destination that it
 * registers, tried by callers of each kind, and compared with the checked-in table {@code access-matrix.csv}. A door that is
 * not in the table fails the test, as does one that is gone.
 *
 * <p>A cell is {@code yes} if the caller was let in, whatever came of the request that was sent; else the status or
 * close code of the refusal.
 */
public final class AccessMatrix {

    private static final String TABLE = "/access-matrix.csv";
    private static final Path ACTUAL = Path.of("target", "access-matrix.csv");
    private static final List<String> OPERATORS_DOORS =
            List.of("GET /actuator/health", "GET /actuator/health/readiness", "GET /actuator/prometheus");

    private final ApplicationContext service;
    private final int port;
    private final AccessCallers callers;
    private final Map<String, String> bodies = new HashMap<>();
    private final List<String> lines = new ArrayList<>();

    /** @param service the running one */
    public AccessMatrix(ApplicationContext service, AccessCallers callers) {
        this.service = service;
        this.callers = callers;
        port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        lines.add(Stream.of(Caller.values()).map(Caller::title).collect(Collectors.joining(",", "door,", "")));
    }

    /**
     * Sends this through a door instead of an empty object, where the role is looked at after the body; before trying it.
     *
     * @param door such as {@code POST /api/queue/join}
     */
    public AccessMatrix body(String door, String json) {
        bodies.put(door, json);
        return this;
    }

    /** Tries every endpoint that is mapped here, and what operators have. */
    public AccessMatrix rest() {
        var mappings = service.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        var endpoints = new RestDoor(port);
        callers.awaitRevocations(endpoints);
        var doors = mappings.getHandlerMethods().keySet().stream().flatMap(AccessMatrix::doors);
        Stream.concat(doors, OPERATORS_DOORS.stream()).distinct().sorted().forEach(door -> addLine(door, endpoints));
        return this;
    }

    /**
     * Tries every destination of an endpoint for sockets.
     *
     * @param path of the endpoint, such as {@code /ws}
     * @param destinations patterns of commands ({@code /app/…}) and feeds ({@code /topic/…})
     */
    public AccessMatrix stomp(String path, Collection<String> destinations) {
        var endpoint = new StompDoor(StompTestClient.endpoint(port, path));
        Stream.concat(Stream.of("/user/queue/events", "/user/queue/errors"), destinations.stream())
                .map(destination -> (destination.startsWith("/app/") ? "SEND " : "SUBSCRIBE ") + destination)
                .sorted()
                .forEach(door -> addLine(door, endpoint));
        return this;
    }

    /** @throws AssertionError where the table says otherwise; what is true is in {@code tests/target} then, to be looked at and copied */
    public void check() {
        var actual = String.join("\n", lines) + "\n";
        try {
            Files.writeString(ACTUAL, actual);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        assertThat(actual)
                .as("who may do what; if this is meant, tests/%s replaces src/test/resources%s", ACTUAL, TABLE)
                .isEqualTo(expected());
    }

    private void addLine(String name, Door door) {
        var body = bodies.getOrDefault(name, "{}");
        lines.add(Stream.of(Caller.values())
                .map(caller -> door.enter(name, body, callers.token(caller)))
                .collect(Collectors.joining(",", name + ",", "")));
    }

    private static Stream<String> doors(RequestMappingInfo mapping) {
        var paths = Objects.requireNonNull(mapping.getPathPatternsCondition()).getPatternValues();
        var methods = mapping.getMethodsCondition().getMethods();
        return paths.stream()
                .filter(path -> !path.equals("/error"))
                .flatMap(path -> methods.isEmpty()
                        ? Stream.of("GET " + path)
                        : methods.stream().map(method -> method + " " + path));
    }

    private static String expected() {
        try (var table = AccessMatrix.class.getResourceAsStream(TABLE)) {
            return table == null ? "" : new String(table.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A way into a service. */
    interface Door {

        /** What comes of entering: {@code yes}, or how it was refused. */
        String enter(String name, String body, @Nullable String token);
    }
}
