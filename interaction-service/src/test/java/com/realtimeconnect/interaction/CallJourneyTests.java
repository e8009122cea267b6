package com.realtimeconnect.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.interaction.stage.Couple;
import com.realtimeconnect.interaction.stage.OnStage;
import com.realtimeconnect.interaction.stage.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From the match to the connection, with people on one node and on two. */
@OnStage
class CallJourneyTests {

    @Test
    void twoPeopleTalkUntilTheClockEndsItAndKeepEachOther() {
        try (var couple = Couple.inAHurry().active()) {
            var started = Instant.now();
            for (var guest : List.of(couple.woman, couple.man)) {
                var ended = guest.socket().awaitEvent("call-ended");
                assertThat(ended.path("reason").asString()).isEqualTo("completed");
                assertThat(ended.path("durationSeconds").asInt()).isEqualTo(4);
            }
            assertThat(Duration.between(started, Instant.now())).isGreaterThan(Duration.ofSeconds(3));

            for (var guest : List.of(couple.man, couple.woman)) {
                var kept = guest.post("/api/interactions/keep", couple.named("keep", true));
                assertThat(kept.status()).isEqualTo(200);
            }
            var hers = couple.woman.socket().awaitEvent("connected");
            var his = couple.man.socket().awaitEvent("connected");
            assertThat(hers).isEqualTo(his);
            assertThat(couple.told("/api/history/connections")).singleElement().satisfies(formed -> {
                assertThat(formed.path("roomId")).isEqualTo(hers.path("roomId"));
                assertThat(formed.path("woman").path("displayName").asString()).isEqualTo("Ada");
            });
            assertThat(couple.told("/internal/rooms")).hasSize(1);
            await().untilAsserted(() -> assertThat(couple.told("/api/history/log-interaction"))
                    .singleElement()
                    .satisfies(logged -> {
                        assertThat(logged.path("endReason").asString()).isEqualTo("completed");
                        assertThat(logged.path("womanWaitSeconds").asInt()).isEqualTo(7);
                    }));
        }
    }

    @Test
    void offersAnswersAndCandidatesPassInOrderBetweenTwoNodes() {
        try (var couple = Couple.onTwoNodes().connecting()) {
            var hers = couple.woman.socket();
            var his = couple.man.socket();

            hers.send("/app/call/offer", couple.description(1, Samples.AUDIO_OFFER));
            hers.send("/app/call/ice-candidate", couple.candidate(1, Samples.HOST_CANDIDATE));
            hers.send("/app/call/ice-candidate", couple.candidate(1, ""));
            assertThat(his.awaitEvent("offer").path("sdp").asString()).isEqualTo(Samples.AUDIO_OFFER);
            assertThat(his.awaitEvent("ice-candidate").path("candidate").asString())
                    .isEqualTo(Samples.HOST_CANDIDATE);
            assertThat(his.awaitEvent("ice-candidate").path("candidate").asString())
                    .isEmpty();

            his.sendAndAwaitReceipt("/app/call/answer", couple.description(1, Samples.AUDIO_ANSWER));
            var answer = hers.awaitEvent("answer");
            assertThat(answer.path("sdp").asString()).isEqualTo(Samples.AUDIO_ANSWER);
            assertThat(answer.path("negotiationId").asLong()).isEqualTo(1);
        }
    }
}
