package com.realtimeconnect.interaction.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.interaction.stage.Couple;
import com.realtimeconnect.interaction.stage.OnStage;
import com.realtimeconnect.interaction.stage.Samples;
import com.realtimeconnect.interaction.stage.Stage;
import org.junit.jupiter.api.Test;

/** A node that missed the hint of a change. */
@OnStage
class OldCopyTests {

    @Test
    void refusesNoSignalByWhatIsNoLongerSo() {
        try (var couple = Couple.onTwoNodes().matched()) {
            var id = new InteractionId(couple.interactionId());
            var proposed = Stage.second().bean(Interactions.class).find(id).orElseThrow();
            couple.woman.post("/api/interactions/connect", couple.named());
            couple.his().awaitEvent("call-connecting");
            couple.hers().sendAndAwaitReceipt("/app/call/offer", couple.description(1, Samples.AUDIO_OFFER));

            var copies = Stage.second().bean(LiveInteractions.class);
            copies.forgetBefore(id, Integer.MAX_VALUE);
            assertThat(copies.put(proposed).state()).isEqualTo(InteractionState.PROPOSED);

            couple.his().sendAndAwaitReceipt("/app/call/answer", couple.description(1, Samples.AUDIO_ANSWER));
            couple.hers().awaitEvent("answer");
        }
    }
}
