package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.identity.UserId;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether the two may see each other: only while both said yes. Asking is one's own yes, so that the one who asked
 * cannot also answer, and two who ask each other have both agreed.
 */
@Embeddable
class VideoConsent {

    /** How long a request waits for its answer. */
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

    /** How soon after a revocation an offer without video must come. */
    static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    @Enumerated(EnumType.STRING)
    private VideoState state = VideoState.OFF;

    private @Nullable UUID requestedBy;
    private @Nullable Instant answerBy;

    /** Set after a revocation, until the browsers have stopped sending: past it the call ends. */
    private @Nullable Instant stopBy;

    private boolean requested;
    private boolean approved;

    protected VideoConsent() {}

    static VideoConsent off() {
        return new VideoConsent();
    }

    VideoState state() {
        return state;
    }

    boolean isRequestedBy(UserId user) {
        return user.value().equals(requestedBy);
    }

    /** @return what came of it; nothing if it was so before */
    Optional<ConsentAction> request(UserId by, Instant now) {
        return switch (state) {
            case OFF -> {
                state = VideoState.REQUESTED;
                requestedBy = by.value();
                answerBy = now.plus(ANSWER_WITHIN);
                requested = true;
                yield Optional.of(ConsentAction.VIDEO_REQUESTED);
            }
            case REQUESTED -> isRequestedBy(by) ? Optional.empty() : answer(true);
            case ON -> Optional.empty();
            case DENIED -> throw new VideoRefusedException();
        };
    }

    /** The answer of the one who was asked. */
    Optional<ConsentAction> answer(boolean yes) {
        answerBy = null;
        state = yes ? VideoState.ON : VideoState.DENIED;
        approved |= yes;
        if (yes) {
            stopBy = null; // what was to be stopped is allowed again
        }
        return Optional.of(yes ? ConsentAction.VIDEO_APPROVED : ConsentAction.VIDEO_DECLINED);
    }

    /** Takes a consent or a request back. */
    Optional<ConsentAction> revoke(Instant now) {
        return switch (state) {
            case OFF, DENIED -> Optional.empty();
            case REQUESTED -> {
                switchOff();
                yield Optional.of(ConsentAction.VIDEO_REVOKED);
            }
            case ON -> {
                switchOff();
                stopBy = now.plus(STOP_WITHIN);
                yield Optional.of(ConsentAction.VIDEO_REVOKED);
            }
        };
    }

    /** An offer without video is on its way: its answer may take until {@code answeredBy}. */
    void stopOffered(Instant answeredBy) {
        stopBy = answeredBy;
    }

    void stopped() {
        stopBy = null;
    }

    boolean mustStop() {
        return stopBy != null;
    }

    boolean isStopOverdue(Instant now) {
        return stopBy != null && !now.isBefore(stopBy);
    }

    /** @return whether a request ran out just now */
    boolean expire(Instant now) {
        if (state != VideoState.REQUESTED || answerBy == null || now.isBefore(answerBy)) {
            return false;
        }
        switchOff();
        return true;
    }

    private void switchOff() {
        state = VideoState.OFF;
        requestedBy = null;
        answerBy = null;
    }

    void close() {
        answerBy = null;
        stopBy = null;
    }

    @Nullable
    Instant answerBy() {
        return answerBy;
    }

    @Nullable
    Instant stopBy() {
        return stopBy;
    }

    InteractionView.VideoView view() {
        return new InteractionView.VideoView(
                state, requestedBy == null ? null : new UserId(requestedBy), mustStop(), requested, approved);
    }
}
