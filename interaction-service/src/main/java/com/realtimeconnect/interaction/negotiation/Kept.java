package com.realtimeconnect.interaction.negotiation;

import java.util.List;

/**
 * What was kept for somebody of the negotiation that stands.
 *
 * @param kind what {@code description} is
 * @param description the other one's offer or answer as it was kept, or empty
 * @param candidates the other one's candidates as they were kept, oldest first
 */
public record Kept(Kind kind, String description, List<String> candidates) {

    /** Which description was kept. */
    public enum Kind {
        OFFER,
        ANSWER,
        CANDIDATES
    }

    static final Kept NOTHING = new Kept(Kind.CANDIDATES, "", List.of());
}
