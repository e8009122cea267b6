package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.identity.UserId;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of the two, with what only this one said and did. The interaction guards when it may. */
@Embeddable
class Participant {

    private UUID userId;
    private String displayName;
    private String ticket;
    private long waitSeconds;

    private @Nullable Instant mediaConnectedAt;

    /** Set while this one's sockets are gone: who is not back by then is lost. */
    private @Nullable Instant returnBy;

    private boolean extendAsked;
    private @Nullable Boolean keep;
    private @Nullable Short feedbackRating;
    private String @Nullable [] feedbackTags;

    @SuppressWarnings("NullAway.Init") // filled in by JPA
    protected Participant() {}

    /**
     * @param ticket the signed place in the queue, to be given back if this one is innocent of a failure
     * @param waitSeconds how long this one stood in the queue
     */
    Participant(UserId userId, String displayName, String ticket, long waitSeconds) {
        this.userId = userId.value();
        this.displayName = displayName;
        this.ticket = ticket;
        this.waitSeconds = waitSeconds;
    }

    boolean is(UserId user) {
        return userId.equals(user.value());
    }

    UserId userId() {
        return new UserId(userId);
    }

    boolean hasMedia() {
        return mediaConnectedAt != null;
    }

    void mediaConnected(Instant at) {
        mediaConnectedAt = at;
    }

    @Nullable
    Instant returnBy() {
        return returnBy;
    }

    boolean isAway() {
        return returnBy != null;
    }

    void leave(Instant backBy) {
        returnBy = backBy;
    }

    void comeBack() {
        returnBy = null;
    }

    boolean asksForExtension() {
        return extendAsked;
    }

    void askForExtension(boolean asked) {
        extendAsked = asked;
    }

    boolean keeps() {
        return Boolean.TRUE.equals(keep);
    }

    /** @return whether this is another decision than before */
    boolean decideKeep(boolean decision) {
        var changed = keep == null || keep != decision;
        keep = decision;
        return changed;
    }

    boolean hasGivenFeedback() {
        return feedbackRating != null;
    }

    boolean gaveFeedback(int rating, List<String> tags) {
        return feedbackRating != null
                && feedbackRating == rating
                && feedbackTags != null
                && List.of(feedbackTags).equals(tags);
    }

    void giveFeedback(int rating, List<String> tags) {
        feedbackRating = (short) rating;
        feedbackTags = tags.toArray(String[]::new);
    }

    InteractionView.ParticipantView view() {
        return new InteractionView.ParticipantView(userId(), displayName, ticket, waitSeconds, hasMedia(), isAway());
    }
}
