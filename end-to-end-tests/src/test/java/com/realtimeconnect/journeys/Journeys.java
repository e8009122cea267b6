package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.localstack.Endpoints;
import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.localstack.client.Meeting;
import com.realtimeconnect.localstack.client.Person;
import com.realtimeconnect.localstack.client.RefusedException;
import com.realtimeconnect.localstack.client.SessionDescriptions;
import com.realtimeconnect.localstack.client.StompSocket;
import com.realtimeconnect.test.SharedStack;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The scenarios. Where she and he are connected is up to the caller; nothing in here may depend on it. */
final class Journeys {

    /** How soon is measured elsewhere, where nothing else runs. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final String CONNECT = "/api/interactions/connect";

    private final Clients clients;
    private final Endpoints hers;
    private final Endpoints his;

    Journeys(Clients clients, Endpoints hers, Endpoints his) {
        this.clients = clients;
        this.hers = hers;
        this.his = his;
    }

    private Couple couple() {
        return Couple.online(clients, hers, his);
    }

    /** The main job: matched, connected, cut off by the clock, kept, chatted, logged once. */
    void meetTalkKeepAndChat() {
        try (var couple = couple()) {
            var meeting = couple.match("dating");
            meeting.sheLetsItBegin();
            meeting.exchangeDescriptions();
            var late = meeting.awaitEndByClock(meeting.mediaConnects());
            var room = meeting.bothKeep();
            meeting.chat(room, List.of("Hello again.", "Hello!", "Zwölf Boxkämpfer 🥊", "…"));
            meeting.isLoggedOnce();

            assertThat(late).isBetween(Duration.ZERO, Duration.ofSeconds(5));
            for (var person : couple.both()) {
                var entry = meeting.logged(person).getFirst();
                assertThat(entry.path("endReason").asString()).isEqualTo("completed");
                assertThat(entry.path("durationSeconds").asInt())
                        .isBetween(SharedStack.CALL_SECONDS, SharedStack.CALL_SECONDS + 1);
                assertThat(person.get(Service.HISTORY, "/api/history/connections")
                                .orThrow("connections")
                                .path("items")
                                .size())
                        .isEqualTo(1);
            }
        }
    }

    /** The voice cannot begin without her, and nobody gets around that. */
    void onlySheLetsItBegin() {
        try (var couple = couple()) {
            var meeting = couple.match("casual");
            var id = Map.of("interactionId", meeting.interactionId());

            var refused = couple.man().post(Service.INTERACTION, CONNECT, id);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("women-only");
            assertRefused(couple.woman(), "/app/call/offer", offer(meeting, SessionDescriptions.voiceOffer(1)), 409);
            assertRefused(couple.man(), "/app/call/media-connected", id, 409);

            meeting.sheLetsItBegin();
            assertThat(couple.man().socket(Service.INTERACTION).unasked("offer"))
                    .as("what was refused is not relayed later")
                    .isEmpty();
        }
    }

    /** Somebody who takes no part can neither signal nor see, and those who do notice nothing. */
    void strangersStayOutside() {
        try (var couple = couple();
                var stranger = Person.man(clients, his, "Stan")) {
            Meeting.comeOnline(stranger);
            var call = couple.talk("casual");

            var offer = offer(call.meeting(), SessionDescriptions.voiceOffer(3));
            var refused = refusal(stranger, "/app/call/offer", offer);
            assertThat(refused.status()).isIn(403, 404);
            var end = stranger.post(Service.INTERACTION, "/api/interactions/end", call.id());
            assertThat(end.status()).isIn(403, 404);

            // What she sends next is the next thing he sees.
            var candidate = new HashMap<String, Object>(call.id());
            candidate.putAll(Map.of(
                    "negotiationId",
                    1,
                    "candidate",
                    SessionDescriptions.hostCandidate(9),
                    "sdpMid",
                    "0",
                    "sdpMLineIndex",
                    0));
            couple.woman().socket(Service.INTERACTION).send("/app/call/ice-candidate", candidate);
            couple.man().await("ice-candidate");
            for (var person : couple.both()) {
                assertThat(person.socket(Service.INTERACTION).unasked("offer")).isEmpty();
                assertThat(person.socket(Service.INTERACTION).unasked("call-ended"))
                        .isEmpty();
            }

            assertThat(listenTo(stranger, "/user/" + couple.woman().userId() + "/queue/events"))
                    .isEqualTo(4504);
            endAndAwait(couple, call);
        }
    }

    private int listenTo(Person person, String destination) {
        var socket = person.socket(Service.INTERACTION);
        socket.subscribe(destination);
        return socket.awaitClose(StompSocket.PATIENCE);
    }

    /** The relay reads what is sent: too large, or a picture that nobody has agreed to, does not pass. */
    void theRelayEnforcesConsent() {
        try (var couple = couple()) {
            var call = couple.talk("friendship");
            var meeting = call.meeting();
            var withPicture = negotiation(meeting, 2, SessionDescriptions.videoOffer(3));

            assertThat(refusal(couple.woman(), "/app/call/offer", withPicture).code())
                    .isEqualTo("video-not-approved");
            var padding = "a=x-padding:" + "x".repeat(17 * 1024) + "\r\n";
            var tooLarge = negotiation(meeting, 2, SessionDescriptions.voiceOffer(3) + padding);
            assertThat(refusal(couple.woman(), "/app/call/offer", tooLarge).code())
                    .isEqualTo("too-large");

            couple.man()
                    .post(Service.INTERACTION, "/api/interactions/request-video", call.id())
                    .orThrow("request video");
            couple.woman().await("video-requested");
            var approval = new HashMap<String, Object>(call.id());
            approval.put("approved", true);
            var himself = couple.man().post(Service.INTERACTION, "/api/interactions/video-response", approval);
            assertThat(himself.status()).as("he cannot approve his own request").isIn(403, 409);
            couple.woman()
                    .post(Service.INTERACTION, "/api/interactions/video-response", approval)
                    .orThrow("approve video");
            couple.man().await("video-approved");

            couple.woman().socket(Service.INTERACTION).send("/app/call/offer", withPicture);
            assertThat(couple.man().await("offer").text("sdp")).isEqualTo(withPicture.get("sdp"));

            couple.woman()
                    .post(Service.INTERACTION, "/api/interactions/revoke-video", call.id())
                    .orThrow("revoke video");
            assertThat(refusal(
                                    couple.man(),
                                    "/app/call/offer",
                                    negotiation(meeting, 3, SessionDescriptions.videoOffer(4)))
                            .code())
                    .isEqualTo("video-not-approved");
            endAndAwait(couple, call);
        }
    }

    /** He learns nothing of why, loses no place, and meets the next one. */
    void aDeclineTellsHimNothingAndCostsHimNothing() {
        try (var couple = couple();
                var next = Person.woman(clients, hers, "Nora")) {
            Meeting.comeOnline(next);
            var meeting = couple.match("networking");
            var declined = Map.of("interactionId", meeting.interactionId());
            couple.woman()
                    .post(Service.INTERACTION, "/api/interactions/decline", declined)
                    .orThrow("decline");

            assertThat(couple.man().await("call-ended").text("reason")).isEqualTo("no-answer");
            couple.man()
                    .await(
                            Service.QUEUING,
                            "queue-joined",
                            event -> event.text("intent").equals("networking"),
                            StompSocket.PATIENCE);
            Meeting.join(next, "networking");
            var again = Meeting.awaitMatch(next, couple.man());
            assertThat(again.interactionId()).isNotEqualTo(meeting.interactionId());
            next.post(Service.INTERACTION, "/api/interactions/decline", Map.of("interactionId", again.interactionId()))
                    .orThrow("decline");
        }
    }

    /** One queue at a time, none during a call, and a bad request is told what is wrong with it. */
    void queuesRefuseWhatMakesNoSense() {
        try (var couple = couple()) {
            var woman = couple.woman();
            assertThat(woman.post(Service.QUEUING, "/api/queue/join", Map.of("intent", "gambling"))
                            .status())
                    .isEqualTo(400);
            var unknown = woman.post(Service.QUEUING, "/api/queue/join", Map.of("intent", "language", "shoeSize", 39));
            assertThat(unknown.code()).isEqualTo("unknown-field");

            Meeting.join(woman, "language");
            var other = woman.post(Service.QUEUING, "/api/queue/join", Map.of("intent", "networking"));
            assertThat(other.status()).isEqualTo(409);
            assertThat(other.code()).isEqualTo("already-queuing");

            Meeting.join(couple.man(), "language");
            var meeting = Meeting.awaitMatch(woman, couple.man());
            var inCall = woman.post(Service.QUEUING, "/api/queue/join", Map.of("intent", "language"));
            assertThat(inCall.status()).isEqualTo(409);
            assertThat(inCall.code()).isEqualTo("in-call");
            woman.post(
                            Service.INTERACTION,
                            "/api/interactions/decline",
                            Map.of("interactionId", meeting.interactionId()))
                    .orThrow("decline");
        }
    }

    /** In a call, in a room, watching each other: she blocks him, and he sees what any hang-up and removal looks like. */
    void aBlockEndsAllThatTheyHave() {
        try (var couple = couple()) {
            var woman = couple.woman();
            var man = couple.man();
            var call = couple.talk("friendship");
            var room = call.meeting().bothKeep();
            call.meeting().chat(room, List.of("Nice to meet you.", "And you!"));
            Blocking.watchEachOther(couple);

            Blocking.block(woman, man).orThrow("block");
            assertThat(man.await("call-ended").text("reason")).isEqualTo("hang-up");
            assertThat(woman.await("call-ended").text("reason")).isEqualTo("blocked");
            for (var person : couple.both()) {
                Blocking.awaitRoomClosed(person, room);
                Blocking.awaitDark(person, person == man ? woman : man);
                await().untilAsserted(() -> assertThat(person.get(Service.HISTORY, "/api/history/connections")
                                .orThrow("connections")
                                .path("items"))
                        .isEmpty());
            }
            Blocking.assertStrangers(man, woman, room);
            assertThat(woman.get(Service.COMMUNICATION, "/api/rooms/" + room + "/messages")
                            .orThrow("what she may still read")
                            .path("items")
                            .size())
                    .isEqualTo(2);
            couple.awaitLoggedOnce(call.meeting());
            assertThat(call.meeting().logged(man).getFirst().path("endReason").asString())
                    .isEqualTo("hang-up");
            assertThat(call.meeting().logged(woman).getFirst().path("endReason").asString())
                    .isEqualTo("blocked");

            Blocking.unblock(woman, man);
            Blocking.assertNoRoom(man, woman, room);
        }
    }

    /** Before the call, and before they are told of each other: nobody loses a place by it but who wanted it. */
    void aBlockEndsTheirProposalAndKeepsThemApartInTheQueue() {
        try (var couple = couple();
                var next = Person.woman(clients, hers, "Nora")) {
            Meeting.comeOnline(next);
            couple.match("networking");
            Blocking.block(couple.woman(), couple.man()).orThrow("block");
            assertThat(couple.man().await("call-ended").text("reason")).isEqualTo("no-answer");
            couple.man()
                    .await(
                            Service.QUEUING,
                            "queue-joined",
                            event -> event.text("intent").equals("networking"),
                            StompSocket.PATIENCE);
            Meeting.join(couple.woman(), "networking");

            // Nora waits behind her, and is the one he meets. She is kept from him while she waits, and never meets
            // him.
            Blocking.block(couple.man(), couple.woman()).orThrow("block back");
            Meeting.join(next, "networking");
            var again = Meeting.awaitMatch(next, couple.man());
            next.post(Service.INTERACTION, "/api/interactions/decline", Map.of("interactionId", again.interactionId()))
                    .orThrow("decline");
            assertThat(couple.woman().socket(Service.INTERACTION).unasked("found-match"))
                    .isEmpty();
            couple.woman().socket(Service.QUEUING).send("/app/queue/leave", Map.of());
        }
    }

    /** Logging out reaches every socket, wherever it is held. */
    void loggingOutClosesEverySocket() {
        try (var couple = couple()) {
            var man = couple.man();
            assertThat(man.post(Service.USER, "/auth/logout", null).status()).isEqualTo(204);

            for (var service : List.of(Service.QUEUING, Service.INTERACTION, Service.COMMUNICATION)) {
                assertThat(man.socket(service).awaitClose(SOON))
                        .as(service.fullName())
                        .isEqualTo(4505);
                assertThat(couple.woman().socket(service).closeCode()).isEmpty();
            }
            await().untilAsserted(() -> assertThat(
                            man.get(Service.HISTORY, "/api/history/summary").status())
                    .isEqualTo(401));
        }
    }

    static void endAndAwait(Couple couple, Couple.Call call) {
        couple.woman()
                .post(Service.INTERACTION, "/api/interactions/end", call.id())
                .orThrow("end");
        for (var person : couple.both()) {
            assertThat(person.await("call-ended").text("reason")).isEqualTo("hang-up");
        }
    }

    private static Map<String, Object> offer(Meeting meeting, String sdp) {
        return negotiation(meeting, 1, sdp);
    }

    private static Map<String, Object> negotiation(Meeting meeting, int number, String sdp) {
        return Map.of("interactionId", meeting.interactionId(), "negotiationId", number, "sdp", sdp);
    }

    private static void assertRefused(Person person, String destination, Map<String, ?> payload, int status) {
        assertThat(refusal(person, destination, payload).status()).isEqualTo(status);
    }

    private static RefusedException refusal(Person person, String destination, Map<String, ?> payload) {
        var refused = catchThrowableOfType(
                RefusedException.class, () -> person.socket(Service.INTERACTION).send(destination, payload));
        assertThat(refused)
                .as(destination + " of " + person.name() + " must be refused")
                .isNotNull();
        return refused;
    }
}
