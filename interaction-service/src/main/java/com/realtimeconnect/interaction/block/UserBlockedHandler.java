package com.realtimeconnect.interaction.block;

import com.realtimeconnect.common.block.BlockedPairs;
import com.realtimeconnect.common.event.user.UserBlocked;
import com.realtimeconnect.common.event.user.UserUnblocked;
import com.realtimeconnect.interaction.interaction.EndReason;
import com.realtimeconnect.interaction.interaction.Interactions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Carries out what a block means here; all of it can be done again. */
@Component
class UserBlockedHandler {

    private final BlockedPairs pairs;
    private final Interactions interactions;
    private final TransactionOperations transactions;

    UserBlockedHandler(BlockedPairs pairs, Interactions interactions, TransactionOperations transactions) {
        this.pairs = pairs;
        this.interactions = interactions;
        this.transactions = transactions;
    }

    /** Committed first, so that nothing is opened for the two any more when the one that is open is looked for. */
    void handle(UserBlocked fact) {
        transactions.executeWithoutResult(status -> pairs.note(fact));
        interactions
                .liveOf(fact.blocker(), fact.blocked())
                .filter(view -> pairs.keepApart(
                        fact.blocker(), fact.blocked(), view.times().matchedAt()))
                .ifPresent(view -> interactions.cut(fact.blocker(), view.id(), EndReason.BLOCKED));
    }

    void handle(UserUnblocked fact) {
        transactions.executeWithoutResult(status -> pairs.note(fact));
    }
}
