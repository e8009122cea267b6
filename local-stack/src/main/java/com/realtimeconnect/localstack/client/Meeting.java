package com.realtimeconnect.localstack.client;

import com.realtimeconnect.localstack.Service;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/**
 * A woman and a man who were matched, from the proposal to the chat afterwards. Each method is one step of the main job: it
 * does what two clients would do, checks what both must see, and throws when something is not as promised.
 */
public final class Meeting {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration FACT_TIME = Duration.ofSeconds(30);

    private final Person woman;
    private final Person man;
    private final Event proposalToHer;
    private final String interactionId;

    private Meeting(Person woman, Person man, Event proposalToHer) {
        this.woman = woman;
        this.man = man;
        this.proposalToHer = proposalToHer;
        this.interactionId = proposalToHer.text("interactionId");
    }

    /** Opens the sockets that somebody who wants to meet people holds. */
    public static void comeOnline(Person person) {
        person.connect(Service.QUEUING);
        person.connect(Service.INTERACTION);
        person.connect(Service.COMMUNICATION);
    }

    /** Asks to be matched; the answer is an event, since it may be a match as well as a place. */
    public static void join(Person person, String intent) {
        person.socket(Service.QUEUING).send("/app/queue/join", Map.of("intent", intent));
    }

    /** Waits until both have heard of each other. */
    public static Meeting awaitMatch(Person woman, Person man) {
        var toHer = woman.await("found-match");
        var toHim = man.await("found-match");
        check(toHer.text("interactionId").equals(toHim.text("interactionId")), "she and he were matched with others");
        check(toHer.data().path("peer").path("userId").asString("").equals(man.userId()), "she sees another man");
        check(toHim.data().path("peer").path("userId").asString("").equals(woman.userId()), "he sees another woman");
        check(toHer.text("role").equals("offerer"), "she is to offer");
        check(toHim.text("role").equals("answerer"), "he is to answer");
        return new Meeting(woman, man, toHer);
    }

    public String interactionId() {
        return interactionId;
    }

    public int callSeconds() {
        return proposalToHer.data().path("callSeconds").asInt(0);
    }

    /** The intent both came for. */
    public String intent() {
        return proposalToHer.text("intent");
    }

    /** Only she can do this. */
    public void sheLetsItBegin() {
        woman.post(Service.INTERACTION, "/api/interactions/connect", id()).orThrow("connect");
        woman.await("call-connecting");
        man.await("call-connecting");
    }

    /**
     * She offers, he answers, both send candidates; each text must arrive as it was sent.
     *
     * @return how many messages were relayed
     */
    public int exchangeDescriptions() {
        relay(woman, man, "offer", Map.of("negotiationId", 1, "sdp", SessionDescriptions.voiceOffer(2)));
        relay(man, woman, "answer", Map.of("negotiationId", 1, "sdp", SessionDescriptions.voiceAnswer(2)));
        for (var number = 1; number <= 3; number++) {
            relay(woman, man, "ice-candidate", candidate(number));
            relay(man, woman, "ice-candidate", candidate(number + 10));
        }
        return 8;
    }

    /** The fields of a candidate message, without the interaction. */
    public static Map<String, Object> candidate(int number) {
        return Map.of(
                "negotiationId",
                1,
                "candidate",
                SessionDescriptions.hostCandidate(number),
                "sdpMid",
                "0",
                "sdpMLineIndex",
                0);
    }

    /** Sends one message and waits for it on the other side, where nothing of its kind may come before it. */
    public void relay(Person from, Person to, String kind, Map<String, Object> fields) {
        from.socket(Service.INTERACTION).send("/app/call/" + kind, withId(fields));
        var arrived = to.await(kind);
        check(carries(arrived, fields), "this " + kind + " arrived changed: " + arrived);
    }

    /** The same to somebody who has just come back, and may be told again what was said before. */
    public void relayToReturned(Person from, Person to, String kind, Map<String, Object> fields) {
        from.socket(Service.INTERACTION).send("/app/call/" + kind, withId(fields));
        to.await(Service.INTERACTION, kind, event -> carries(event, fields), StompSocket.PATIENCE);
    }

    private static boolean carries(Event event, Map<String, Object> fields) {
        return fields.entrySet().stream()
                .allMatch(field ->
                        event.text(field.getKey()).equals(field.getValue().toString()));
    }

    /** Both hear each other; from now on the server's clock runs. Returns when it will end the call. */
    public Instant mediaConnects() {
        woman.socket(Service.INTERACTION).send("/app/call/media-connected", id());
        man.socket(Service.INTERACTION).send("/app/call/media-connected", id());
        var started = woman.await("call-started");
        check(
                started.text("endsAt").equals(man.await("call-started").text("endsAt")),
                "both were told different times of the end");
        var promised = Duration.between(started.instant("startedAt"), started.instant("endsAt"));
        check(
                promised.toSeconds() == callSeconds(),
                "the call is to last " + promised + ", not " + callSeconds() + " s");
        return started.instant("endsAt");
    }

    /** Nobody does anything: the server ends the call. Returns how much later than promised both have heard of it. */
    public Duration awaitEndByClock(Instant endsAt) {
        var patience = Duration.ofSeconds(callSeconds() + 10L);
        var ended = woman.await(Service.INTERACTION, "call-ended", event -> true, patience);
        man.await("call-ended");
        var heard = CLOCK.instant();
        check(ended.text("reason").equals("completed"), "the call ended for the reason " + ended.text("reason"));
        return Duration.between(endsAt, heard);
    }

    /** Both want to stay in touch. Returns the room where they can chat. */
    public String bothKeep() {
        woman.post(Service.INTERACTION, "/api/interactions/keep", keep()).orThrow("keep");
        check(man.socket(Service.INTERACTION).unasked("connected").isEmpty(), "he learns of her yes alone");
        man.post(Service.INTERACTION, "/api/interactions/keep", keep()).orThrow("keep");
        var toHer = woman.await(Service.INTERACTION, "connected", event -> true, FACT_TIME);
        var toHim = man.await(Service.INTERACTION, "connected", event -> true, FACT_TIME);
        check(toHer.text("roomId").equals(toHim.text("roomId")), "they got two different rooms");
        return toHer.text("roomId");
    }

    /** She and he take turns. Returns how many messages both have seen. */
    public int chat(String roomId, List<String> lines) {
        var from = woman;
        for (var line : lines) {
            var to = from == woman ? man : woman;
            say(from, to, roomId, line);
            from = to;
        }
        var path = "/api/rooms/" + roomId + "/messages";
        var kept = man.get(Service.COMMUNICATION, path).orThrow("messages").path("items");
        check(kept.size() == lines.size(), "the room has " + kept.size() + " messages, not " + lines.size());
        return kept.size();
    }

    private void say(Person from, Person to, String roomId, String line) {
        var message = Map.of("clientMessageId", java.util.UUID.randomUUID().toString(), "body", line);
        from.socket(Service.COMMUNICATION).send("/app/rooms/" + roomId + "/send", message);
        var arrived = to.await(
                Service.COMMUNICATION,
                "message",
                event -> event.text("senderId").equals(from.userId()),
                StompSocket.PATIENCE);
        check(arrived.text("body").equals(line), "a message was changed on its way");
    }

    /** History knows this meeting, once for each of them, and that both kept. */
    public void isLoggedOnce() {
        for (var person : List.of(woman, man)) {
            eventually(
                    person.name() + "'s history shows the meeting as kept",
                    () -> logged(person).stream()
                            .anyMatch(entry -> entry.path("kept").asBoolean(false)));
            var times = logged(person).size();
            check(times == 1, person.name() + "'s history shows the meeting " + times + " times");
        }
    }

    /** The entries of this meeting in somebody's history. */
    public List<JsonNode> logged(Person person) {
        var items = person.get(Service.HISTORY, "/api/history/interactions")
                .orThrow("history")
                .path("items");
        return items.valueStream()
                .filter(entry -> entry.path("interactionId").asString("").equals(interactionId))
                .toList();
    }

    private static void eventually(String what, BooleanSupplier isSo) {
        var deadline = System.nanoTime() + FACT_TIME.toNanos();
        while (!isSo.getAsBoolean()) {
            check(System.nanoTime() < deadline, "not within " + FACT_TIME.toSeconds() + " s: " + what);
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }

    private Map<String, Object> id() {
        return Map.of("interactionId", interactionId);
    }

    private Map<String, Object> keep() {
        return withId(Map.of("keep", true));
    }

    private Map<String, Object> withId(Map<String, Object> fields) {
        var all = new java.util.HashMap<>(fields);
        all.put("interactionId", interactionId);
        return all;
    }

    private static void check(boolean isSo, String complaint) {
        if (!isSo) {
            throw new IllegalStateException("Not as promised: " + complaint);
        }
    }
}
