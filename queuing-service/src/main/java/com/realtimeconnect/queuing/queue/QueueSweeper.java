package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.queuing.intent.Intent;
import com.realtimeconnect.queuing.intent.Intents;
import com.realtimeconnect.queuing.matching.Departure;
import com.realtimeconnect.queuing.matching.TicketEnd;
import com.realtimeconnect.queuing.matching.WaitingRoom;
import com.realtimeconnect.queuing.presence.ClaimedTicket;
import org.springframework.stereotype.Component;

/** Sees to it, every second, that who stayed away leaves and who fits is found; the joins themselves do almost all matching. */
@Component
class QueueSweeper {

    private final WaitingRoom room;
    private final Intents intents;
    private final QueueExit exit;

    QueueSweeper(WaitingRoom room, Intents intents, QueueExit exit) {
        this.room = room;
        this.intents = intents;
        this.exit = exit;
    }

    void sweepAll() {
        intents.all().forEach(this::sweep);
    }

    private void sweep(Intent intent) {
        var swept = room.sweep(intent);
        swept.pairings().forEach(exit::matched);
        swept.departures().forEach(this::see);
    }

    private void see(Departure departure) {
        var ticket = departure.ticket();
        exit.ended(
                ticket.userId(),
                new ClaimedTicket(ticket.ticketId(), ticket.intent()),
                new TicketEnd(departure.reason(), null));
    }
}
