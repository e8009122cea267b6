package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.directory.Person;
import com.realtimeconnect.common.event.interaction.MatchExclusions;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.queuing.matching.WaitingTicket;
import java.util.HashSet;

/** A person who wants to queue, and whom they are not to meet, as the other services say right now. */
record Applicant(Person person, MatchExclusions exclusions) {

    String excluded() {
        var ids = new HashSet<>(person.blocked());
        ids.addAll(exclusions.met());
        ids.addAll(exclusions.declined());
        return WaitingTicket.words(ids);
    }

    boolean isInCall() {
        return exclusions.liveInteractionId() != null;
    }

    /** Whether the match with this person is over already. */
    boolean isDoneWith(UserId peer) {
        return exclusions.met().contains(peer) || exclusions.declined().contains(peer);
    }

    /** Whether the match with this person led to a call. */
    boolean hasTalkedTo(UserId peer) {
        return exclusions.talked().contains(peer);
    }
}
