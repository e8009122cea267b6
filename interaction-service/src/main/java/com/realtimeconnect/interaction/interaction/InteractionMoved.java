package com.realtimeconnect.interaction.interaction;

import java.util.List;

/**
 * An interaction changed. Published inside the transaction: who must not lose it writes with it, and who only tells of
 * it waits for the commit. Of one interaction and one node they come in order.
 *
 * @param view how it is now
 * @param entries what happened, oldest first; never empty
 */
public record InteractionMoved(InteractionView view, List<ConsentEntry> entries) {

    public boolean did(ConsentAction action) {
        return entries.stream().anyMatch(entry -> entry.action() == action);
    }
}
