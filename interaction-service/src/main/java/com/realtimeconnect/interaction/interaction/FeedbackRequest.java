package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.identity.InteractionId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How it was, from 1 to 5, in the words of a short list that the client offers. */
record FeedbackRequest(
        @NotNull InteractionId interactionId,
        @NotNull @Min(1) @Max(5) Integer rating,
        @Nullable @Size(max = 10) List<@NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9 _-]{0,39}") String> tags) {

    List<String> tagsOrNone() {
        return Objects.requireNonNullElse(tags, List.of());
    }
}
