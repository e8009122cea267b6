package com.realtimeconnect.interaction.negotiation;

import java.util.List;

/**
 * What is to become of a message.
 *
 * @param early with {@link Kind#RELAY} of a description: the sender's candidates that waited for it, oldest first
 */
public record Verdict(Kind kind, List<String> early) {

    /** What a message comes to. */
    public enum Kind {
        RELAY,
        /** Kept until the description it belongs to comes. */
        HOLD,
        /** Overtaken by a newer offer: to be dropped without a word. */
        STALE,
        /** His offer crossed hers, and hers stands. */
        GLARE,
        /** The first offer is not his to make. */
        NOT_OFFERER,
        /** There is no offer of the other one to answer. */
        NO_OFFER,
        /** Too many candidates wait for a description already. */
        FULL
    }

    static Verdict from(List<String> reply) {
        return new Verdict(Kind.valueOf(reply.getFirst()), reply.subList(1, reply.size()));
    }
}
