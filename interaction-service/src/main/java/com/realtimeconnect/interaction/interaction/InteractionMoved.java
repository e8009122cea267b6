package com.realtimeconnect.interaction.interaction;

import java.util.List;

/**
 * An interaction changed, and that is committed. Of one interaction and one node they come in order. Who must not lose it
 * writes with the change itself: {@link InteractionRecorded}.
 *
 * @param view how it is now
 * @param entries what happened, oldest first; never empty
 */
public record InteractionMoved(InteractionView view, List<ConsentEntry> entries) {

    public boolean did(ConsentAction action) {
        return entries.stream().anyMatch(entry -> entry.action() == action);
    }
}
