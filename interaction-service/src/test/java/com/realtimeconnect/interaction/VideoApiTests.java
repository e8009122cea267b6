package com.realtimeconnect.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.interaction.stage.Couple;
import com.realtimeconnect.interaction.stage.OnStage;
import com.realtimeconnect.interaction.stage.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@OnStage
class VideoApiTests {

    private static final String REQUEST = "/api/interactions/request-video";
    private static final String RESPONSE = "/api/interactions/video-response";
    private static final String REVOKE = "/api/interactions/revoke-video";
    private static final String OFFER = "/app/call/offer";

    @Test
    void hisRequestNeedsHerApproval() {
        try (var couple = Couple.onTwoNodes().active()) {
            var asked = couple.man.post(REQUEST, couple.named());
            assertThat(asked.body().path("video").asString()).isEqualTo("REQUESTED");
            assertThat(couple.hers().awaitEvent("video-requested").path("by").asString())
                    .isEqualTo(couple.man.id().toString());

            assertThat(couple.man.post(RESPONSE, couple.named("approved", true)).status())
                    .isEqualTo(403);
            assertThat(couple.woman.post(RESPONSE, couple.named()).code()).isEqualTo("validation-failed");
            assertThat(couple.woman
                            .post(RESPONSE, couple.named("approved", true))
                            .status())
                    .isEqualTo(200);

            couple.hers().awaitEvent("video-approved");
            couple.his().awaitEvent("video-approved");
            assertThat(couple.man
                            .post(REQUEST, couple.named())
                            .body()
                            .path("video")
                            .asString())
                    .isEqualTo("ON");
        }
    }

    @Test
    void herRequestNeedsHisConsent() {
        try (var couple = Couple.onOneNode().active()) {
            couple.woman.post(REQUEST, couple.named());
            couple.his().awaitEvent("video-requested");
            couple.man.post(RESPONSE, couple.named("approved", false));

            couple.hers().awaitEvent("video-declined");
            couple.his().awaitEvent("video-declined");
            assertThat(couple.woman.post(REQUEST, couple.named()).code()).isEqualTo("video-denied");
            assertThat(couple.woman
                            .post(RESPONSE, couple.named("approved", true))
                            .code())
                    .isEqualTo("wrong-state");
        }
    }

    @Test
    void isNothingToAskForOutsideOfACall() {
        try (var couple = Couple.onOneNode().connecting()) {
            assertThat(couple.man.post(REQUEST, couple.named()).code()).isEqualTo("wrong-state");
            assertThat(couple.man.post(REVOKE, couple.named()).code()).isEqualTo("wrong-state");
        }
    }

    @Test
    void isOffAtOnceWhenRevokedAndTheCallEndsIfNoOfferFollows() {
        try (var couple = Couple.onTwoNodes().active()) {
            seeEachOther(couple);
            couple.man.post(REVOKE, couple.named());
            couple.hers().awaitEvent("video-revoked");
            assertThat(couple.hers()
                            .sendRefused(OFFER, couple.description(2, Samples.VIDEO_OFFER))
                            .path("code")
                            .asString())
                    .isEqualTo("video-not-approved");

            assertThat(couple.hers().awaitEvent("call-ended").path("reason").asString())
                    .isEqualTo("hang-up");
        }
    }

    @Test
    void goesOnWithoutVideoIfTheNextOfferIsWithoutIt() {
        try (var couple = Couple.onTwoNodes().active()) {
            seeEachOther(couple);
            couple.woman.post(REVOKE, couple.named());
            couple.his().awaitEvent("video-revoked");
            couple.hers().sendAndAwaitReceipt(OFFER, couple.description(2, Samples.INACTIVE_VIDEO_OFFER));
            couple.his().sendAndAwaitReceipt("/app/call/answer", couple.description(2, Samples.INACTIVE_VIDEO_OFFER));

            couple.hers().assertNoEvent("call-ended", Duration.ofMillis(5_500));
            assertThat(couple.woman
                            .get("/api/interactions/current")
                            .body()
                            .path("video")
                            .asString())
                    .isEqualTo("OFF");
        }
    }

    /** Whoever answers late must not keep the other's camera on. */
    @Test
    void anAnswerToAnOfferFromBeforeStopsNothing() {
        try (var couple = Couple.onTwoNodes().active()) {
            couple.man.post(REQUEST, couple.named());
            couple.woman.post(RESPONSE, couple.named("approved", true));
            couple.hers().awaitEvent("video-approved");
            couple.hers().sendAndAwaitReceipt(OFFER, couple.description(1, Samples.VIDEO_OFFER));
            couple.man.post(REVOKE, couple.named());
            couple.his().awaitEvent("video-revoked");
            var watching = Samples.INACTIVE_VIDEO_OFFER.replace("a=inactive", "a=recvonly");
            couple.his().sendAndAwaitReceipt("/app/call/answer", couple.description(1, watching));

            assertThat(couple.hers().awaitEvent("call-ended").path("reason").asString())
                    .isEqualTo("hang-up");
        }
    }

    private static void seeEachOther(Couple couple) {
        couple.man.post(REQUEST, couple.named());
        couple.woman.post(RESPONSE, couple.named("approved", true));
        couple.his().awaitEvent("video-approved");
        couple.hers().sendAndAwaitReceipt(OFFER, couple.description(1, Samples.VIDEO_OFFER));
        couple.his().sendAndAwaitReceipt("/app/call/answer", couple.description(1, Samples.VIDEO_OFFER));
    }
}
