package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An interaction as it was at one moment.
 *
 * @param step grows with every change: of two views the one with the higher step is the newer
 * @param endedBy who ended it, or null if that was the server or it goes on
 */
public record InteractionView(
        InteractionId id,
        int step,
        String intent,
        InteractionState state,
        ParticipantView woman,
        ParticipantView man,
        Times times,
        VideoView video,
        @Nullable EndReason endReason,
        @Nullable UserId endedBy,
        @Nullable UUID connectionId,
        @Nullable RoomId roomId) {

    /** One of the two. */
    public record ParticipantView(
            UserId userId, String displayName, String ticket, long waitSeconds, boolean hasMedia, boolean away) {}

    /** What the clocks say; null for what has not come about. */
    public record Times(
            int callSeconds,
            Instant matchedAt,
            Instant proposedAt,
            Instant respondBy,
            @Nullable Instant connectedAt,
            @Nullable Instant connectBy,
            @Nullable Instant startedAt,
            @Nullable Instant endsAt,
            @Nullable Instant endedAt,
            @Nullable Instant nextDeadline) {}

    /**
     * @param mustStop whether video was revoked and the browsers have yet to stop sending it
     * @param everRequested whether anybody asked for it in this call
     * @param everApproved whether it was ever allowed in this call
     */
    public record VideoView(
            VideoState state,
            @Nullable UserId requestedBy,
            boolean mustStop,
            boolean everRequested,
            boolean everApproved) {}

    public boolean isLive() {
        return state != InteractionState.ENDED;
    }

    public boolean has(UserId user) {
        return woman.userId().equals(user) || man.userId().equals(user);
    }

    public Role roleOf(UserId user) {
        return woman.userId().equals(user) ? Role.FEMALE : Role.MALE;
    }

    public ParticipantView peerOf(UserId user) {
        return woman.userId().equals(user) ? man : woman;
    }

    /** Whether offers, answers and candidates may pass at this moment, by the state and by the clock. */
    public boolean allowsSignaling(Instant now) {
        return switch (state) {
            case PROPOSED, ENDED -> false;
            case CONNECTING -> isBefore(now, times.connectBy());
            case ACTIVE, RECONNECTING -> isBefore(now, times.endsAt());
        };
    }

    /** Whether one of the two is noted as having no socket left. */
    public boolean isSomebodyAway() {
        return woman.away() || man.away();
    }

    /** How long the two were in the call, in whole seconds. */
    public long durationSeconds() {
        var started = times.startedAt();
        var ended = times.endedAt();
        return started == null || ended == null
                ? 0
                : Duration.between(started, ended).toSeconds();
    }

    /**
     * The reason that this person is told. Of a proposal that came to nothing he learns that there was no answer, whatever
     * the cause: a no of hers is not his to know. And who blocked, reported or was suspended is nobody else's to know: the
     * other is told of a decline or of a hang-up.
     */
    public @Nullable EndReason endReasonFor(UserId user) {
        var reason = endReason;
        if (reason == null) {
            return null;
        }
        if (times.connectedAt() == null && roleOf(user) == Role.MALE) {
            return EndReason.NO_ANSWER;
        }
        return switch (reason) {
            case BLOCKED, REPORTED, SUSPENDED -> {
                if (user.equals(endedBy)) {
                    yield reason;
                }
                yield times.connectedAt() == null ? EndReason.DECLINED : EndReason.HANG_UP;
            }
            case COMPLETED, HANG_UP, DECLINED, NO_ANSWER, SETUP_FAILED, PEER_LOST -> reason;
        };
    }

    private static boolean isBefore(Instant now, @Nullable Instant deadline) {
        return deadline != null && now.isBefore(deadline);
    }
}
