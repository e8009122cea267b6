package com.realtimeconnect.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.interaction.stage.Couple;
import com.realtimeconnect.interaction.stage.Guest;
import com.realtimeconnect.interaction.stage.OnStage;
import com.realtimeconnect.interaction.stage.Samples;
import com.realtimeconnect.interaction.stage.Stage;
import com.realtimeconnect.test.StompTestClient;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

@OnStage
class SignalingApiTests {

    private static final String OFFER = "/app/call/offer";
    private static final String ANSWER = "/app/call/answer";
    private static final String CANDIDATE = "/app/call/ice-candidate";
    private static final Duration A_MOMENT = Duration.ofMillis(250);

    static Stream<Named<Supplier<Couple>>> topologies() {
        return Stream.of(Named.of("on one node", Couple::onOneNode), Named.of("on two nodes", Couple::onTwoNodes));
    }

    @Test
    void refusesWhatComesBeforeHerConnect() {
        try (var couple = Couple.onTwoNodes().matched()) {
            assertRefused(couple.hers(), OFFER, couple.description(1, Samples.AUDIO_OFFER), "wrong-state");
            assertRefused(couple.his(), CANDIDATE, couple.candidate(1, Samples.HOST_CANDIDATE), "wrong-state");
            assertRefused(couple.his(), "/app/call/media-connected", couple.named(), "wrong-state");
            couple.his().assertNoEvent("offer", A_MOMENT);
        }
    }

    @Test
    void refusesAThirdPersonAndRelaysNothing() {
        try (var couple = Couple.onOneNode().connecting();
                var stranger = Guest.woman(Stage.first())) {
            var refused =
                    assertRefused(stranger.socket(), OFFER, couple.description(1, Samples.AUDIO_OFFER), "not-found");
            assertThat(refused.path("status").asInt()).isEqualTo(404);
            for (var destination : new String[] {ANSWER, CANDIDATE, "/app/call/media-connected", "/app/call/end"}) {
                var body = switch (destination) {
                    case ANSWER -> couple.description(1, Samples.AUDIO_ANSWER);
                    case CANDIDATE -> couple.candidate(1, Samples.HOST_CANDIDATE);
                    default -> couple.named();
                };
                assertRefused(stranger.socket(), destination, body, "not-found");
            }
            couple.his().assertNoEvent("offer", A_MOMENT);
            assertThat(couple.his().events("call-ended")).isEmpty();
            assertThat(couple.hers().events("answer")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("topologies")
    void letsOnlyHerMakeTheFirstOffer(Supplier<Couple> people) {
        try (var couple = people.get().connecting()) {
            assertRefused(couple.his(), OFFER, couple.description(1, Samples.AUDIO_OFFER), "not-offerer");
            assertRefused(couple.his(), ANSWER, couple.description(1, Samples.AUDIO_ANSWER), "no-offer");

            negotiate(couple, 1);
            couple.his().sendAndAwaitReceipt(OFFER, couple.description(2, Samples.AUDIO_OFFER));
            assertThat(couple.hers().awaitEvent("offer").path("negotiationId").asInt())
                    .isEqualTo(2);
            assertRefused(couple.his(), ANSWER, couple.description(2, Samples.AUDIO_ANSWER), "no-offer");
            couple.hers().sendAndAwaitReceipt(ANSWER, couple.description(2, Samples.AUDIO_ANSWER));
            couple.his().awaitEvent("answer");
        }
    }

    @ParameterizedTest
    @MethodSource("topologies")
    void letsHersStandWhenHisOfferComesSecond(Supplier<Couple> people) {
        try (var couple = people.get().connecting()) {
            negotiate(couple, 1);
            couple.hers().sendAndAwaitReceipt(OFFER, couple.description(2, Samples.AUDIO_OFFER));
            assertRefused(couple.his(), OFFER, couple.description(2, Samples.AUDIO_OFFER), "glare");
            assertRefused(couple.his(), OFFER, couple.description(3, Samples.AUDIO_OFFER), "glare");

            couple.his()
                    .awaitEvent("offer", offer -> offer.path("negotiationId").asInt() == 2);
            couple.his().sendAndAwaitReceipt(ANSWER, couple.description(2, Samples.AUDIO_ANSWER));
            couple.hers()
                    .awaitEvent("answer", answer -> answer.path("negotiationId").asInt() == 2);
            assertThat(couple.hers().events("offer")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("topologies")
    void letsHersStandWhenHisOfferCameFirst(Supplier<Couple> people) {
        try (var couple = people.get().connecting()) {
            negotiate(couple, 1);
            couple.his().sendAndAwaitReceipt(OFFER, couple.description(2, Samples.AUDIO_OFFER));
            couple.hers().sendAndAwaitReceipt(OFFER, couple.description(2, Samples.AUDIO_OFFER));

            couple.his()
                    .awaitEvent("offer", offer -> offer.path("negotiationId").asInt() == 2);
            assertRefused(couple.hers(), ANSWER, couple.description(2, Samples.AUDIO_ANSWER), "no-offer");
            couple.his().sendAndAwaitReceipt(ANSWER, couple.description(2, Samples.AUDIO_ANSWER));
            couple.hers()
                    .awaitEvent("answer", answer -> answer.path("negotiationId").asInt() == 2);
        }
    }

    @Test
    void dropsWhatANewerOfferHasOvertaken() {
        try (var couple = Couple.onTwoNodes().connecting()) {
            negotiate(couple, 5);
            couple.hers().sendAndAwaitReceipt(OFFER, couple.description(4, Samples.AUDIO_OFFER));
            couple.hers().sendAndAwaitReceipt(OFFER, couple.description(5, Samples.AUDIO_OFFER));
            couple.his().sendAndAwaitReceipt(ANSWER, couple.description(4, Samples.AUDIO_ANSWER));
            couple.hers().sendAndAwaitReceipt(CANDIDATE, couple.candidate(4, Samples.HOST_CANDIDATE));

            couple.his().assertNoEvent("ice-candidate", A_MOMENT);
            assertThat(couple.his().events("offer")).hasSize(1);
            assertThat(couple.hers().events("answer")).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("topologies")
    void letsNoCandidateOvertakeItsDescription(Supplier<Couple> people) {
        try (var couple = people.get().connecting()) {
            couple.hers().sendAndAwaitReceipt(CANDIDATE, couple.candidate(1, Samples.HOST_CANDIDATE));
            couple.his().assertNoEvent("ice-candidate", A_MOMENT);
            couple.hers().sendAndAwaitReceipt(OFFER, couple.description(1, Samples.AUDIO_OFFER));
            couple.his().awaitEvent("ice-candidate");
            assertThat(couple.his().events("offer")).hasSize(1);

            couple.his().sendAndAwaitReceipt(CANDIDATE, couple.candidate(1, Samples.HOST_CANDIDATE));
            couple.hers().assertNoEvent("ice-candidate", A_MOMENT);
            couple.his().sendAndAwaitReceipt(ANSWER, couple.description(1, Samples.AUDIO_ANSWER));
            couple.hers().awaitEvent("answer");
            couple.hers().awaitEvent("ice-candidate");
        }
    }

    @ParameterizedTest
    @MethodSource("topologies")
    void keepsForSomebodyAwayWhatWasSaidMeanwhile(Supplier<Couple> people) {
        try (var couple = people.get().connecting()) {
            couple.his().drop();
            couple.hers().sendAndAwaitReceipt(OFFER, couple.description(1, Samples.AUDIO_OFFER));
            couple.hers().sendAndAwaitReceipt(CANDIDATE, couple.candidate(1, Samples.HOST_CANDIDATE));
            couple.hers().sendAndAwaitReceipt(CANDIDATE, couple.candidate(1, ""));

            var back = couple.man.connect(Stage.second());

            var state = back.awaitEvent("state").path("interaction");
            assertThat(state.path("state").asString()).isEqualTo("CONNECTING");
            assertThat(state.path("negotiationId").asInt()).isEqualTo(1);
            assertThat(back.awaitEvent("offer").path("sdp").asString()).isEqualTo(Samples.AUDIO_OFFER);
            assertThat(back.awaitEvent("ice-candidate").path("sdpMid").asString())
                    .isEqualTo("0");
            assertThat(back.awaitEvent("ice-candidate").path("candidate").asString())
                    .isEmpty();

            back.sendAndAwaitReceipt(ANSWER, couple.description(1, Samples.AUDIO_ANSWER));
            couple.hers().awaitEvent("answer");
        }
    }

    @Test
    void keepsAnAnswerForHer() {
        try (var couple = Couple.onTwoNodes().connecting()) {
            couple.hers().sendAndAwaitReceipt(OFFER, couple.description(1, Samples.AUDIO_OFFER));
            couple.hers().drop();
            couple.his().sendAndAwaitReceipt(ANSWER, couple.description(1, Samples.AUDIO_ANSWER));

            var back = couple.woman.connect(Stage.second());

            assertThat(back.awaitEvent("answer").path("sdp").asString()).isEqualTo(Samples.AUDIO_ANSWER);
        }
    }

    @ParameterizedTest
    @MethodSource("topologies")
    void refusesVideoUntilBothWantIt(Supplier<Couple> people) {
        try (var couple = people.get().active()) {
            assertRefused(couple.hers(), OFFER, couple.description(1, Samples.VIDEO_OFFER), "video-not-approved");
            negotiate(couple, 2);
            couple.hers().sendAndAwaitReceipt(OFFER, couple.description(3, Samples.AUDIO_OFFER));
            assertRefused(couple.his(), ANSWER, couple.description(3, Samples.VIDEO_OFFER), "video-not-approved");
            var data = Samples.AUDIO_OFFER + "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n";
            assertRefused(couple.hers(), OFFER, couple.description(4, data), "video-not-approved");

            couple.man.post("/api/interactions/request-video", couple.named());
            assertRefused(couple.hers(), OFFER, couple.description(5, Samples.VIDEO_OFFER), "video-not-approved");
            couple.woman.post("/api/interactions/video-response", couple.named("approved", true));
            couple.his().awaitEvent("video-approved");

            couple.hers().sendAndAwaitReceipt(OFFER, couple.description(6, Samples.VIDEO_OFFER));
            couple.his()
                    .awaitEvent("offer", offer -> offer.path("negotiationId").asInt() == 6);
        }
    }

    @Test
    void hidesWhereTheTwoAre() {
        try (var couple = Couple.inAHurry().connecting()) {
            couple.hers().sendAndAwaitReceipt(OFFER, couple.description(1, Samples.GATHERED_OFFER));
            couple.hers().sendAndAwaitReceipt(CANDIDATE, couple.candidate(1, Samples.HOST_CANDIDATE));
            couple.hers().sendAndAwaitReceipt(CANDIDATE, couple.candidate(1, Samples.RELAY_CANDIDATE));

            assertThat(couple.his().awaitEvent("offer").path("sdp").asString()).isEqualTo(Samples.AUDIO_OFFER);
            assertThat(couple.his()
                            .awaitEvent("ice-candidate")
                            .path("candidate")
                            .asString())
                    .contains("typ relay raddr 0.0.0.0 rport 0")
                    .doesNotContain("203.0.113.9");
            assertThat(couple.his().events("ice-candidate")).hasSize(1);
        }
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        try (var couple = Couple.onOneNode().connecting()) {
            var hers = couple.hers();
            assertRefused(hers, OFFER, couple.description(1, "hello"), "malformed-sdp");
            assertRefused(hers, OFFER, couple.description(1, ""), "malformed-sdp");
            assertRefused(
                    hers,
                    OFFER,
                    couple.description(1, Samples.VIDEO_OFFER.replace("a=sendrecv", "a=Inactive")),
                    "malformed-sdp");
            assertRefused(hers, CANDIDATE, couple.candidate(1, "candidate:nonsense"), "malformed-candidate");
            var nowhere = couple.named("negotiationId", 1);
            nowhere.put("candidate", Samples.HOST_CANDIDATE);
            assertRefused(hers, CANDIDATE, nowhere, "malformed-candidate");
            assertRefused(hers, OFFER, couple.description(-1, Samples.AUDIO_OFFER), "validation-failed");
            assertRefused(hers, OFFER, couple.named("sdp", Samples.AUDIO_OFFER), "validation-failed");
            assertRefused(
                    hers,
                    OFFER,
                    Map.of("interactionId", couple.interactionId(), "negotiationId", "one", "sdp", ""),
                    "validation-failed");
            var more = couple.description(1, Samples.AUDIO_OFFER);
            more.put("video", true);
            assertRefused(hers, OFFER, more, "unknown-field");
            assertRefused(hers, OFFER, "{", "malformed-body");
            couple.his().assertNoEvent("offer", A_MOMENT);
        }
    }

    @Test
    void refusesWhatIsTooLarge() {
        try (var couple = Couple.onOneNode().connecting()) {
            var padding = "a=x-padding:" + "x".repeat(17 * 1024 - Samples.AUDIO_OFFER.length()) + "\r\n";
            var refused = assertRefused(
                    couple.hers(), OFFER, couple.description(1, Samples.AUDIO_OFFER + padding), "too-large");
            assertThat(refused.path("status").asInt()).isEqualTo(413);
            assertRefused(couple.hers(), CANDIDATE, couple.candidate(1, "x".repeat(17 * 1024)), "too-large");
            couple.his().assertNoEvent("offer", A_MOMENT);
        }
    }

    @Test
    void slowsDownWhoeverSendsTooMuch() {
        try (var couple = Couple.onTwoNodes().connecting()) {
            negotiate(couple, 1);
            for (var i = 0; i < 250; i++) {
                couple.hers().send(CANDIDATE, couple.candidate(1, Samples.HOST_CANDIDATE));
            }
            var refused = couple.hers().awaitError();

            assertThat(refused.path("code").asString()).isEqualTo("too-many-messages");
            assertThat(refused.path("retryAfterSeconds").asInt()).isPositive();
            couple.his().sendAndAwaitReceipt(CANDIDATE, couple.candidate(1, Samples.HOST_CANDIDATE));
            await().untilAsserted(() ->
                    assertThat(couple.his().events("ice-candidate")).hasSizeBetween(190, 249));
        }
    }

    @Test
    void relaysNothingAfterTheEnd() {
        try (var couple = Couple.onTwoNodes().active()) {
            couple.man.post("/api/interactions/end", couple.named());

            assertRefused(couple.hers(), OFFER, couple.description(9, Samples.AUDIO_OFFER), "wrong-state");
            couple.his().assertNoEvent("offer", A_MOMENT);
        }
    }

    private static void negotiate(Couple couple, int number) {
        couple.hers().sendAndAwaitReceipt(OFFER, couple.description(number, Samples.AUDIO_OFFER));
        couple.his().awaitEvent("offer", offer -> offer.path("negotiationId").asInt() == number);
        couple.his().sendAndAwaitReceipt(ANSWER, couple.description(number, Samples.AUDIO_ANSWER));
        couple.hers()
                .awaitEvent("answer", answer -> answer.path("negotiationId").asInt() == number);
    }

    private static JsonNode assertRefused(StompTestClient socket, String destination, Object body, String code) {
        var problem = socket.sendRefused(destination, body);
        assertThat(problem.path("code").asString()).as(problem.toString()).isEqualTo(code);
        return problem;
    }
}
