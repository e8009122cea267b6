package com.realtimeconnect.interaction.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.interaction.stage.Couple;
import com.realtimeconnect.interaction.stage.OnStage;
import com.realtimeconnect.interaction.stage.Stage;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** How long a node goes by its own copy of an interaction. */
@OnStage
class CopyRenewalTests {

    private static final Duration SECONDS =
            LiveInteractions.TRUSTED_FOR.multipliedBy(2).plusMillis(500);

    private final LiveInteractions copies = Stage.second().bean(LiveInteractions.class);

    /** A row that is read makes a new view. */
    @Test
    void readsNothingAgainWhileNothingChanges() {
        try (var couple = Couple.onTwoNodes().matched()) {
            var id = new InteractionId(couple.interactionId());
            var man = new UserId(couple.man.id());
            var last = new AtomicReference<>(copies.require(id, man));
            // On a busy machine a renewal may come too late once.
            await().pollInterval(Duration.ofMillis(50))
                    .atMost(SECONDS.multipliedBy(15))
                    .during(SECONDS.multipliedBy(2))
                    .untilAsserted(() -> {
                        var copy = copies.require(id, man);
                        assertThat(last.getAndSet(copy)).isSameAs(copy);
                    });
        }
    }

    @Test
    void dropsInTimeWhatNoHintHasTold() {
        try (var couple = Couple.onTwoNodes().matched()) {
            var id = new InteractionId(couple.interactionId());
            var man = new UserId(couple.man.id());
            var proposed = copies.require(id, man);
            couple.woman.post("/api/interactions/connect", couple.named());
            couple.his().awaitEvent("call-connecting");
            copies.forgetBefore(id, Integer.MAX_VALUE);

            copies.put(proposed);

            await().pollInterval(Duration.ofMillis(20))
                    .atMost(SECONDS.multipliedBy(4))
                    .untilAsserted(
                            () -> assertThat(copies.require(id, man).state()).isEqualTo(InteractionState.CONNECTING));
        }
    }
}
