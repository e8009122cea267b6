package com.realtimeconnect.queuing;

import com.realtimeconnect.test.Neighbours;
import com.realtimeconnect.test.Neighbours.Reply;
import com.realtimeconnect.test.Neighbours.Request;
import com.realtimeconnect.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What user-, interaction- and history-service answer about the people of a test. Nobody needs to be introduced: whoever is asked for is 30. */
public final class Neighbourhood implements AutoCloseable {

    private final Neighbours neighbours = Neighbours.start();
    private final Map<UUID, Integer> ages = new ConcurrentHashMap<>();
    private final Map<UUID, List<String>> languages = new ConcurrentHashMap<>();
    private final Map<UUID, Set<UUID>> blocked = new ConcurrentHashMap<>();
    private final Map<UUID, Set<UUID>> talked = new ConcurrentHashMap<>();
    private final Map<UUID, Set<UUID>> declined = new ConcurrentHashMap<>();
    private final Map<UUID, Set<UUID>> peers = new ConcurrentHashMap<>();
    private final Map<UUID, UUID> calls = new ConcurrentHashMap<>();
    private final Map<UUID, String> roles = new ConcurrentHashMap<>();
    private final Set<UUID> suspended = ConcurrentHashMap.newKeySet();
    private final Set<UUID> held = ConcurrentHashMap.newKeySet();
    private final Set<UUID> unverified = ConcurrentHashMap.newKeySet();
    private final Set<String> down = ConcurrentHashMap.newKeySet();

    public Neighbourhood() {
        neighbours.answer(
                "POST", "/auth/service-token", request -> Reply.ok("""
                {"accessToken": "%s", "tokenType": "Bearer", "expiresInSeconds": 600}""".formatted(TestTokens.service("queuing"))));
        neighbours.answer("GET", "/internal/people/", request -> reply("people", request, this::person));
        neighbours.answer(
                "GET", "/internal/interactions/exclusions/", request -> reply("calls", request, this::exclusions));
        neighbours.answerEach("GET", "/internal/people");
        neighbours.answerEach("GET", "/internal/interactions/exclusions");
        neighbours.answer(
                "GET", "/internal/history/connections/", request -> reply("history", request, this::connections));
    }

    public String url() {
        return neighbours.url();
    }

    public Neighbourhood role(UUID user, String role) {
        roles.put(user, role);
        return this;
    }

    public Neighbourhood age(UUID user, int age) {
        ages.put(user, age);
        return this;
    }

    public Neighbourhood speaks(UUID user, String... tags) {
        languages.put(user, List.of(tags));
        return this;
    }

    public Neighbourhood blocked(UUID user, UUID other) {
        blocked.put(user, Set.of(other));
        return this;
    }

    public Neighbourhood talked(UUID user, UUID other) {
        talked.put(user, Set.of(other));
        return this;
    }

    public Neighbourhood declined(UUID user, UUID other) {
        declined.put(user, Set.of(other));
        return this;
    }

    public Neighbourhood inCall(UUID user) {
        calls.put(user, UUID.randomUUID());
        return this;
    }

    public Neighbourhood callEnded(UUID user) {
        calls.remove(user);
        return this;
    }

    public Neighbourhood suspended(UUID user) {
        suspended.add(user);
        return this;
    }

    public Neighbourhood held(UUID user) {
        held.add(user);
        return this;
    }

    public Neighbourhood unverified(UUID user) {
        unverified.add(user);
        return this;
    }

    public Neighbourhood connected(UUID user, UUID... others) {
        peers.put(user, Set.of(others));
        return this;
    }

    /** @param service {@code people}, {@code calls} or {@code history} */
    public Neighbourhood down(String service) {
        down.add(service);
        return this;
    }

    public Neighbourhood allUp() {
        down.clear();
        return this;
    }

    private Reply reply(String service, Request request, java.util.function.Function<UUID, String> answer) {
        if (down.contains(service)) {
            return new Reply(503, "{\"code\":\"unavailable\"}");
        }
        var ids = java.util.regex.Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}").matcher(request.path());
        return ids.find()
                ? Reply.ok(answer.apply(UUID.fromString(ids.group())))
                : new Reply(404, "{\"code\":\"not-found\"}");
    }

    private String person(UUID user) {
        return """
                {"userId": "%s", "displayName": "Someone", "age": %d, "role": "%s", "bio": "", "interests": [],
                 "languages": %s, "photos": [], "autoConnect": false, "blocked": %s, "suspended": %b,
                 "held": %b, "mustVerifyEmail": %b}""".formatted(
                        user,
                        ages.getOrDefault(user, 30),
                        roles.getOrDefault(user, "female"),
                        array(languages.getOrDefault(user, List.of("en"))),
                        array(blocked.getOrDefault(user, Set.of())),
                        suspended.contains(user),
                        held.contains(user),
                        unverified.contains(user));
    }

    private String exclusions(UUID user) {
        var call = calls.get(user);
        return """
                {"userId": "%s", "liveInteractionId": %s, "met": %s, "talked": %s, "declined": %s}""".formatted(
                        user,
                        call == null ? "null" : "\"" + call + "\"",
                        array(talked.getOrDefault(user, Set.of())),
                        array(talked.getOrDefault(user, Set.of())),
                        array(declined.getOrDefault(user, Set.of())));
    }

    private String connections(UUID user) {
        return """
                {"peers": %s}""".formatted(array(peers.getOrDefault(user, Set.of())));
    }

    private static String array(java.util.Collection<?> values) {
        return values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    @Override
    public void close() {
        neighbours.close();
    }
}
