package com.realtimeconnect.test;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The other services as one service sees them: an HTTP server on loopback that a test programs, because the processes
 * themselves cannot run inside one module's tests. The journeys in end-to-end-tests use the real ones.
 */
public final class Neighbours implements AutoCloseable {

    /** As many connections as may come at one moment. */
    private static final int BACKLOG = 1_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final Map<String, Function<Request, Reply>> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

    private Neighbours(HttpServer server) {
        this.server = server;
    }

    public static Neighbours start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            var neighbours = new Neighbours(server);
            server.createContext("/", neighbours::handle);
            server.setExecutor(task -> Thread.ofVirtual().start(task));
            server.start();
            return neighbours;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The base address, for each of the services that the test plays. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /**
     * Answers requests whose path begins so; the longest matching beginning wins.
     *
     * @param method such as {@code GET}
     */
    public void answer(String method, String pathPrefix, Function<Request, Reply> answer) {
        answers.put(method + " " + pathPrefix, answer);
    }

    /**
     * Answers questions about several, such as {@code /people?id=1&id=2}, with a list of what is programmed for each alone,
     * such as {@code /people/1}. Who is not found is left out; any other refusal of one is that of all.
     */
    public void answerEach(String method, String path) {
        answer(method, path + "?", request -> {
            var replies = Stream.of(request.path().split("[?&]", -1))
                    .skip(1)
                    .map(id -> reply(new Request(method, path + "/" + id.substring("id=".length()), "")))
                    .filter(reply -> reply.status() != 404)
                    .toList();
            return replies.stream()
                    .filter(reply -> reply.status() != 200)
                    .findFirst()
                    .orElseGet(() ->
                            Reply.ok(replies.stream().map(Reply::body).collect(Collectors.joining(",", "[", "]"))));
        });
    }

    /**
     * Takes a list as if each of it came by itself, and notes each so. A refusal of one is that of all.
     *
     * @param field in which the list is
     * @param onePath where one comes by itself
     */
    public void takeEach(String path, String field, String onePath) {
        answer("POST", path, request -> {
            var answer = Reply.ok("");
            for (var one : JSON.readTree(request.body()).path(field)) {
                var reply = take(new Request("POST", onePath, one.toString()));
                answer = reply.status() < 300 ? answer : reply;
            }
            return answer;
        });
    }

    private Reply take(Request request) {
        requests.add(request);
        return reply(request);
    }

    /** What was asked so far, in order. */
    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** Forgets what was asked and every programmed answer. */
    public void reset() {
        answers.clear();
        requests.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var reply = take(request);
        var body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private Reply reply(Request request) {
        var line = request.method() + " " + request.path();
        return answers.entrySet().stream()
                .filter(entry -> line.startsWith(entry.getKey()))
                .max((one, other) ->
                        Integer.compare(one.getKey().length(), other.getKey().length()))
                .map(entry -> entry.getValue().apply(request))
                .orElse(new Reply(404, "{\"code\":\"not-found\"}"));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** A request that a neighbour got. */
    public record Request(String method, String path, String body) {}

    /** What a neighbour answers, as JSON. */
    public record Reply(int status, String body) {

        public static Reply ok(String body) {
            return new Reply(200, body);
        }
    }
}
