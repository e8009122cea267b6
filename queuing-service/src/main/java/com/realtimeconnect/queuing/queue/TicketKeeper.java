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
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
        hints.entered(ticket.userId(), ticket, nodes);
    }

    /** Looks after a ticket as it is now, if its owner is connected here. @return whether they are */
    boolean hold(WaitingTicket ticket) {
        var before = held.hold(ticket);
        if (before != null) {
            retire(before);
        }
        return isLookedAfter(ticket);
    }

    private boolean isLookedAfter(WaitingTicket ticket) {
        var isHere = presence.isConnectedHere(ticket.userId());
        if (!isHere) {
            held.forget(ticket.userId(), ticket.ticketId());
        }
        return isHere;
    }

    /** Ends the older of two tickets that a person has because Redis lost the claim of it. They are told of the newer only. */
    private void retire(WaitingTicket ticket) {
        var intent = intents.find(ticket.intent());
        if (intent != null) {
            room.leave(intent, ticket.ticketId(), LeaveReason.EXPIRED);
        }
        claims.drop(ticket.userId(), ticket.ticketId());
    }

    /**
     * A person is connected here: whatever ticket they have is looked after here from now on. If only their claim was lost,
     * between the two steps of joining, it is made again.
     */
    @EventListener
    void tracked(UserTracked tracked) {
        var user = tracked.userId();
        var claim = tracked.claim();
        var known = held.of(user);
        if (claim == null) {
            var intent = known == null ? null : intents.find(known.intent());
            if (known != null && intent != null) {
                putBack(intent, known);
            }
            return;
        }
        if (known != null && known.ticketId().equals(claim.ticketId())) {
            return;
        }
        var intent = intents.find(claim.intent());
        if (intent == null) {
            claims.drop(user, claim.ticketId());
            return;
        }
        settle(user, intent, claim, room.resume(intent, claim.ticketId()));
    }

    /** Another node made or ended a ticket of somebody who is connected here, or wants it ended. */
    void told(TicketHint hint) {
        var user = hint.userId();
        if (hint.leave() != null) {
            leave(user, hint.leave(), hint.upTo());
        } else if (hint.left() != null) {
            farewells.say(user, hint.left());
            retireOlder(user, hint.left().ticketId());
        } else {
            var ticket = hint.entered();
            if (ticket != null && !farewells.isSaid(ticket.ticketId()) && held.holdIfNoOther(ticket)) {
                isLookedAfter(ticket);
            }
            presence.renew(user);
        }
    }

    /** Whoever's newer ticket has ended waits with none, though an older one may still be held here. Ids are in order of time. */
    private void retireOlder(UserId user, UUID ended) {
        var ticket = held.of(user);
        if (ticket != null && ticket.ticketId().compareTo(ended) < 0) {
            held.forget(user, ticket.ticketId());
            retire(ticket);
        }
    }

    /** The ticket of this person that is looked after here, whatever Redis knows of it. */
    @Nullable
    WaitingTicket ticketOf(UserId user) {
        return held.of(user);
    }

    private void leave(UserId user, LeaveReason reason, @Nullable UUID upTo) {
        var ticket = held.of(user);
        var intent = ticket == null ? null : intents.find(ticket.intent());
        if (ticket != null
                && intent != null
                && (upTo == null || ticket.ticketId().compareTo(upTo) <= 0)) {
            var claim = new ClaimedTicket(ticket.ticketId(), ticket.intent());
            exit.ended(user, claim, room.leave(intent, ticket.ticketId(), reason));
        }
    }

    /**
     * The last socket here is gone: nobody is matched while away, and a suspended person leaves at once. Another node may have
     * a socket of theirs and not know of the ticket, if Redis lost it; it goes on there.
     */
    @EventListener
    void gone(UserGone gone) {
        var ticket = held.forget(gone.userId());
        var claim = gone.claim();
        var intent = claim == null ? null : intents.find(claim.intent());
        if (gone.closeCode() == CLOSED_AS_SUSPENDED && !gone.elsewhere()) {
            if (claim != null && intent != null) {
                exit.ended(gone.userId(), claim, room.leave(intent, claim.ticketId(), LeaveReason.SUSPENDED));
            }
            return;
        }
        if (claim != null && intent != null && !gone.elsewhere()) {
            room.suspend(intent, claim.ticketId());
        }
        if (claim != null || ticket != null) {
            hints.entered(gone.userId(), ticket, gone.others());
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
            case LOST -> putBack(intent, ticket);
        }
    }

    private void putBack(Intent intent, WaitingTicket ticket) {
        if (presence.isConnectedHere(ticket.userId())) {
            lost.putBack(intent, ticket, entry -> isBack(intent, ticket, entry));
        }
    }

    /** Its owner may have joined anew, left or gone while it was on its way back. */
    private void isBack(Intent intent, WaitingTicket ticket, Entry entry) {
        var user = ticket.userId();
        var claim = new ClaimedTicket(ticket.ticketId(), ticket.intent());
        if (!(entry instanceof Entry.Waiting waiting)) {
            settle(user, intent, claim, entry);
        } else if (!held.holdIfNoOther(waiting.ticket())) {
            retire(ticket);
        } else if (farewells.isSaid(ticket.ticketId())) {
            exit.ended(user, claim, room.leave(intent, ticket.ticketId(), LeaveReason.ASKED));
        } else if (!isLookedAfter(ticket)) {
            room.suspend(intent, ticket.ticketId());
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
        } else if (!(entry instanceof Entry.Late)) { // who was too late is put back at the next renewal
            held.forget(user, claim.ticketId());
        }
    }
}
