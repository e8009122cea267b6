package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.queuing.matching.LeaveReason;
import com.realtimeconnect.queuing.matching.MatchMetrics;
import com.realtimeconnect.queuing.matching.Pairing;
import com.realtimeconnect.queuing.matching.TicketEnd;
import com.realtimeconnect.queuing.presence.ClaimedTicket;
import com.realtimeconnect.queuing.presence.PresenceRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What follows when a ticket has ended: the person is free again, and each of their sockets is told once, whoever finds it out. */
@Component
class QueueExit {

    private static final Logger log = LoggerFactory.getLogger(QueueExit.class);

    private final Claims claims;
    private final Farewells farewells;
    private final TicketHints hints;
    private final PresenceRegistry presence;
    private final MatchMetrics metrics;

    QueueExit(Claims claims, Farewells farewells, TicketHints hints, PresenceRegistry presence, MatchMetrics metrics) {
        this.claims = claims;
        this.farewells = farewells;
        this.hints = hints;
        this.presence = presence;
        this.metrics = metrics;
    }

    void matched(Pairing pairing) {
        metrics.matched(pairing);
        var one = pairing.one();
        var other = pairing.other();
        log.atInfo()
                .addKeyValue("matchId", pairing.matchId())
                .addKeyValue("intent", one.intent())
                .log("Two people were matched");
        ended(
                one.userId(),
                new ClaimedTicket(one.ticketId(), one.intent()),
                new TicketEnd(LeaveReason.MATCHED, other.userId()));
        ended(
                other.userId(),
                new ClaimedTicket(other.ticketId(), other.intent()),
                new TicketEnd(LeaveReason.MATCHED, one.userId()));
    }

    /** @return whether it was this call that freed the person: if not, another did, or Redis lost that they queue */
    boolean ended(UserId user, ClaimedTicket ticket, TicketEnd end) {
        var left = new LeftQueue(ticket.ticketId(), ticket.intent(), end.reason());
        var nodes = claims.release(user, ticket.ticketId(), end);
        farewells.say(user, left);
        if (nodes != null) {
            hints.ended(user, left, nodes);
            presence.changed(user);
        }
        return nodes != null;
    }
}
