package com.realtimeconnect.interaction.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.interaction.stage.Couple;
import com.realtimeconnect.interaction.stage.OnStage;
import com.realtimeconnect.interaction.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is shown as being in a call, when two nodes tell of it in whatever order. */
@OnStage
class LiveMarksTests {

    private final LiveMarks marks = Stage.first().bean(LiveMarks.class);
    private final Interactions interactions = Stage.second().bean(Interactions.class);

    @Test
    void ignoresWhatComesTooLate() {
        try (var couple = Couple.onTwoNodes().matched()) {
            var id = new InteractionId(couple.interactionId());
            var man = new UserId(couple.man.id());
            var proposed = interactions.find(id).orElseThrow();
            await().until(() -> markOf(man), couple.interactionId().toString()::equals);

            couple.woman.post("/api/interactions/end", couple.named());
            couple.his().awaitEvent("call-ended");
            await().until(() -> markOf(man) == null);

            marks.note(proposed, man, true);
            assertThat(markOf(man)).isNull();
        }
    }

    @Test
    void takesTheNextCallForWhatItIs() {
        try (var couple = Couple.onTwoNodes().matched()) {
            var man = new UserId(couple.man.id());
            var before =
                    interactions.find(new InteractionId(couple.interactionId())).orElseThrow();
            couple.woman.post("/api/interactions/end", couple.named());
            couple.his().awaitEvent("call-ended");
            var ended = interactions.find(before.id()).orElseThrow();
            couple.matched();
            await().until(() -> markOf(man), couple.interactionId().toString()::equals);

            marks.note(ended, man, true);
            assertThat(markOf(man)).isEqualTo(couple.interactionId().toString());
        }
    }

    private static @Nullable String markOf(UserId user) {
        return Couple.redis().get("interaction:live:{" + user + "}");
    }
}
