package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.queuing.intent.Intent;
import com.realtimeconnect.queuing.intent.Intents;
import com.realtimeconnect.queuing.matching.Entry;
import com.realtimeconnect.queuing.matching.LeaveReason;
import com.realtimeconnect.queuing.matching.Renewal;
import com.realtimeconnect.queuing.matching.WaitingRoom;
import com.realtimeconnect.queuing.matching.WaitingTicket;
import com.realtimeconnect.queuing.presence.ClaimedTicket;
import com.realtimeconnect.queuing.presence.PresenceRegistry;
import com.realtimeconnect.queuing.presence.UserGone;
import com.realtimeconnect.queuing.presence.UserTracked;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks after the tickets of the people connected to this node: renews them, sets them aside when the socket drops, brings
 * them back when it returns, and puts back what Redis lost.
 */
@Component
class TicketKeeper {

    private static final int CLOSED_AS_SUSPENDED = 4502;

    private final HeldTickets held;
    private final WaitingRoom room;
    private final Claims claims;
    private final LostTickets lost;
    private final QueueExit exit;
    private final Intents intents;
    private final PresenceRegistry presence;
    private final TicketHints hints;
    private final Farewells farewells;

    TicketKeeper(
            HeldTickets held,
            WaitingRoom room,
            Claims claims,
            LostTickets lost,
            QueueExit exit,
            Intents intents,
            PresenceRegistry presence,
            TicketHints hints,
            Farewells farewells) {
        this.held = held;
        this.room = room;
        this.claims = claims;
        this.lost = lost;
        this.exit = exit;
        this.intents = intents;
        this.presence = presence;
        this.hints = hints;
        this.farewells = farewells;
    }

    /** Looks after a ticket in line, here if its owner is connected here, and asks other nodes that have a socket of theirs. */
    void keep(WaitingTicket ticket, Collection<String> nodes) {
        hold(ticket);
        hints.entered(ticket.userId(), nodes);
    }

    /** Looks after a ticket, unless the last socket of its owner here has gone in the meantime. */
    private boolean hold(WaitingTicket ticket) {
        held.hold(ticket);
        var isHere = presence.isConnectedHere(ticket.userId());
        if (!isHere) {
            held.forget(ticket.userId(), ticket.ticketId());
        }
        return isHere;
    }

    /** A person is connected here: whatever ticket they have is looked after here from now on. */
    @EventListener
    void tracked(UserTracked tracked) {
        var claim = tracked.claim();
        var known = held.of(tracked.userId());
        if (claim == null || (known != null && known.ticketId().equals(claim.ticketId()))) {
            return;
        }
        var intent = intents.find(claim.intent());
        if (intent == null) {
            claims.drop(tracked.userId(), claim.ticketId());
            return;
        }
        settle(tracked.userId(), intent, claim, room.resume(intent, claim.ticketId()));
    }

    /** Another node made or ended a ticket of somebody who is connected here. */
    void told(TicketHint hint) {
        if (hint.left() == null) {
            presence.renew(hint.userId());
        } else {
            farewells.say(hint.userId(), hint.left());
        }
    }

    /** The last socket here is gone: nobody is matched while away, and a suspended person leaves at once. */
    @EventListener
    void gone(UserGone gone) {
        held.forget(gone.userId());
        var claim = gone.claim();
        var intent = claim == null ? null : intents.find(claim.intent());
        if (claim == null || intent == null) {
            return;
        }
        if (gone.elsewhere()) {
            hints.entered(gone.userId(), gone.others());
        } else if (gone.closeCode() == CLOSED_AS_SUSPENDED) {
            var end = room.leave(intent, claim.ticketId(), LeaveReason.SUSPENDED);
            exit.ended(gone.userId(), claim, end);
        } else {
            room.suspend(intent, claim.ticketId());
        }
    }

    /** Renews the tickets of everyone connected here, and follows what it finds. */
    void renewAll() {
        held.all().stream()
                .collect(Collectors.groupingBy(WaitingTicket::intent))
                .forEach((name, tickets) -> {
                    var intent = intents.find(name);
                    if (intent != null) {
                        room.renew(intent, tickets).forEach(renewal -> follow(intent, renewal));
                    }
                });
    }

    private void follow(Intent intent, Renewal renewal) {
        var ticket = renewal.ticket();
        var user = ticket.userId();
        var claim = new ClaimedTicket(ticket.ticketId(), ticket.intent());
        switch (renewal.state()) {
            case LEASED -> {}
            case ENDED -> exit.ended(user, claim, Objects.requireNonNull(renewal.end()));
            case AWAY -> {
                if (presence.isConnectedHere(user)) {
                    settle(user, intent, claim, room.resume(intent, ticket.ticketId()));
                }
            }
            case LOST -> {
                if (presence.isConnectedHere(user)) {
                    lost.putBack(intent, ticket, entry -> settle(user, intent, claim, entry));
                }
            }
        }
    }

    private void settle(UserId user, Intent intent, ClaimedTicket claim, Entry entry) {
        if (entry instanceof Entry.Waiting waiting) {
            if (!hold(waiting.ticket())) {
                room.suspend(intent, claim.ticketId());
            }
        } else if (entry instanceof Entry.Matched matched) {
            exit.matched(matched.pairing());
        } else if (entry instanceof Entry.Ended ended) {
            exit.ended(user, claim, ended.end());
        } else {
            held.forget(user, claim.ticketId());
        }
    }
}
