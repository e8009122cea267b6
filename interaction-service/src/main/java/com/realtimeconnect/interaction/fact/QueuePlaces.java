package com.realtimeconnect.interaction.fact;

import com.realtimeconnect.common.event.queuing.MatchFound.MatchedTicket;
import com.realtimeconnect.common.outbox.Outbox;
import com.realtimeconnect.interaction.interaction.ConsentAction;
import com.realtimeconnect.interaction.interaction.EndReason;
import com.realtimeconnect.interaction.interaction.InteractionRecorded;
import java.util.Collection;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Gives the innocent side of a failed match its place in the queue back. */
@Component
public class QueuePlaces {

    private final Outbox outbox;
    private final TransactionOperations transactions;

    QueuePlaces(Outbox outbox, TransactionOperations transactions) {
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /** Gives these places back, for a match that never became an interaction. */
    public void restore(Collection<MatchedTicket> tickets) {
        transactions.executeWithoutResult(status -> tickets.forEach(ticket -> outbox.publish(
                TicketRestorer.NAME,
                new RestoreTicket(ticket.ticket(), ticket.userId(), RestoreTicket.Reason.FAILED))));
    }

    @EventListener
    void on(InteractionRecorded recorded) {
        var moved = recorded.moved();
        if (!moved.did(ConsentAction.ENDED)) {
            return;
        }
        var reason = moved.view().endReason() == EndReason.SETUP_FAILED
                ? RestoreTicket.Reason.FAILED
                : RestoreTicket.Reason.DECLINED;
        for (var innocent : Innocence.of(moved.view())) {
            outbox.publish(TicketRestorer.NAME, new RestoreTicket(innocent.ticket(), innocent.userId(), reason));
        }
    }
}
