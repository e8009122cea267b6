package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.problem.Problems;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * One meeting, from proposal to end. Each method either changes it and notes who did what and why, or finds it done
 * already and notes nothing, or throws and changes nothing. A deadline holds from its very instant, whether or not
 * anything has noticed it yet: past it, the state it guarded is over.
 */
@Entity
@Table(name = "interactions")
class Interaction implements Persistable<UUID> {

    static final int MOST_EXTENSIONS = 2;

    /** How long after the end a decision to keep counts. */
    static final Duration KEEP_WITHIN = Duration.ofHours(24);

    @Id
    private UUID id;

    @Version
    private long version;

    private int logLength;
    private String intent;

    @Enumerated(EnumType.STRING)
    private InteractionState state;

    private int callSeconds;
    private int extensions;

    private Instant matchedAt;
    private Instant proposedAt;
    private Instant respondBy;
    private @Nullable Instant connectedAt;
    private @Nullable Instant connectBy;
    private @Nullable Instant startedAt;
    private @Nullable Instant endsAt;
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable EndReason endReason;

    private @Nullable UUID endedBy;
    private @Nullable Instant nextDeadline;

    @SuppressWarnings("UnusedVariable") // read by PresenceChecks, in SQL
    private @Nullable Instant presenceDueAt;

    @Embedded
    @EmbeddedColumnNaming("video_%s")
    private VideoConsent video;

    @Embedded
    @EmbeddedColumnNaming("woman_%s")
    private Participant woman;

    @Embedded
    @EmbeddedColumnNaming("man_%s")
    private Participant man;

    private @Nullable UUID connectionId;
    private @Nullable UUID roomId;

    @Transient
    private final List<ConsentEntry> freshEntries = new ArrayList<>();

    @Transient
    private boolean stored;

    @SuppressWarnings("NullAway.Init") // filled in by JPA
    protected Interaction() {}

    private Interaction(InteractionId id, String intent, Participant woman, Participant man, Instant matchedAt) {
        this.id = id.value();
        this.intent = intent;
        this.woman = woman;
        this.man = man;
        this.matchedAt = matchedAt;
        this.proposedAt = matchedAt;
        this.respondBy = matchedAt;
        this.state = InteractionState.PROPOSED;
        this.video = VideoConsent.off();
    }

    /** Both were matched; she has until {@code timing.proposal()} to let it begin. */
    static Interaction propose(
            InteractionId id,
            String intent,
            Participant woman,
            Participant man,
            Instant matchedAt,
            Instant now,
            CallTiming timing) {
        var interaction = new Interaction(id, intent, woman, man, matchedAt);
        interaction.proposedAt = now;
        interaction.respondBy = now.plus(timing.proposal());
        interaction.callSeconds = (int) timing.call().toSeconds();
        interaction.note(ConsentAction.PROPOSED, null, "matched", now);
        return interaction;
    }

    /** She lets the call begin. */
    void connect(UserId by, String why, Instant now, CallTiming timing) {
        if (!woman.is(by)) {
            throw new WomenOnlyException();
        }
        switch (stateAt(now)) {
            case PROPOSED -> {
                state = InteractionState.CONNECTING;
                connectedAt = now;
                connectBy = now.plus(timing.connecting());
                note(ConsentAction.CONNECTED, by, why, now);
            }
            case CONNECTING, ACTIVE, RECONNECTING -> {}
            case ENDED -> throw new WrongStateException(InteractionState.ENDED, "connect");
        }
    }

    void decline(UserId by, Instant now) {
        if (endReason == EndReason.DECLINED && by.value().equals(endedBy)) {
            return;
        }
        require(now, "decline", InteractionState.PROPOSED);
        end(EndReason.DECLINED, by, "declined", now);
    }

    /** This one's browser reached the other's. When both did, the clock starts. */
    void mediaConnected(UserId by, Instant now) {
        var current = stateAt(now);
        if (current.isCall()) {
            return;
        }
        require(now, "media-connected", InteractionState.CONNECTING);
        var participant = participant(by);
        if (participant.hasMedia()) {
            return;
        }
        participant.mediaConnected(now);
        note(ConsentAction.MEDIA_CONNECTED, by, "said so", now);
        if (peerOf(by).hasMedia()) {
            state = InteractionState.ACTIVE;
            startedAt = now;
            endsAt = now.plusSeconds(callSeconds);
            presenceDueAt = now;
            note(ConsentAction.STARTED, null, "both have media", now);
        }
    }

    /** Ends whatever there is to end; a proposal is declined by it. */
    void hangUp(UserId by, Instant now) {
        switch (stateAt(now)) {
            case PROPOSED -> decline(by, now);
            case CONNECTING, ACTIVE, RECONNECTING -> end(EndReason.HANG_UP, by, "hung up", now);
            case ENDED -> {}
        }
    }

    /** Ends it from outside: a block, a report, a suspension. */
    void cut(EndReason reason, UserId by, Instant now) {
        if (stateAt(now) != InteractionState.ENDED) {
            end(reason, by, "cut by user-service", now);
        }
    }

    /** This one's last socket is gone. Outside of a call that changes nothing: the deadline decides there. */
    void lose(UserId user, Instant now, Duration grace) {
        var participant = participant(user);
        if (!stateAt(now).isCall() || participant.isAway()) {
            return;
        }
        participant.leave(now.plus(grace));
        state = InteractionState.RECONNECTING;
        note(ConsentAction.DISCONNECTED, user, "no socket left", now);
    }

    void regain(UserId user, Instant now) {
        var participant = participant(user);
        if (!stateAt(now).isCall() || !participant.isAway()) {
            return;
        }
        participant.comeBack();
        state = peerOf(user).isAway() ? InteractionState.RECONNECTING : InteractionState.ACTIVE;
        note(ConsentAction.RECONNECTED, user, "a socket again", now);
    }

    void requestVideo(UserId by, Instant now) {
        requireCall(now, "request-video");
        video.expire(now);
        var peer = peerOf(by).userId();
        video.request(by, now).ifPresent(action -> note(action, by, "asked " + peer, now));
    }

    void answerVideo(UserId by, boolean yes, Instant now) {
        requireCall(now, "video-response");
        var answered = yes ? VideoState.ON : VideoState.DENIED;
        if (video.state() == answered && !video.isRequestedBy(by)) {
            return;
        }
        if (video.state() != VideoState.REQUESTED || isPast(video.answerBy(), now)) {
            throw new WrongStateException(video.state(), "video-response");
        }
        if (video.isRequestedBy(by)) {
            throw Problems.forbidden("The other one was asked, not you");
        }
        video.answer(yes).ifPresent(action -> note(action, by, "answered", now));
    }

    void revokeVideo(UserId by, Instant now) {
        requireCall(now, "revoke-video");
        video.revoke(now).ifPresent(action -> note(action, by, "took it back", now));
    }

    /** After a revocation, an offer without video passed the relay; its answer has as long as a call has to connect. */
    void videoStopOffered(UserId by, Instant now, CallTiming timing) {
        if (stateAt(now).isCall() && video.mustStop()) {
            video.stopOffered(now.plus(timing.connecting()));
            note(ConsentAction.VIDEO_STOP_OFFERED, by, "offered without video", now);
        }
    }

    void videoStopped(UserId by, Instant now) {
        if (stateAt(now).isCall() && video.mustStop()) {
            video.stopped();
            note(ConsentAction.VIDEO_STOPPED, by, "answered without video", now);
        }
    }

    /** Asks for more time; given when both asked. */
    void extend(UserId by, Instant now) {
        requireCall(now, "extend");
        if (extensions == MOST_EXTENSIONS) {
            throw new NoMoreExtensionsException();
        }
        var participant = participant(by);
        if (participant.asksForExtension()) {
            return;
        }
        participant.askForExtension(true);
        note(ConsentAction.EXTENSION_ASKED, by, "asked", now);
        if (peerOf(by).asksForExtension()) {
            endsAt = Objects.requireNonNull(endsAt).plusSeconds(callSeconds);
            extensions++;
            woman.askForExtension(false);
            man.askForExtension(false);
            note(ConsentAction.EXTENDED, null, "both asked", now);
        }
    }

    /** Decides to stay in touch or not; what was formed stays formed. */
    void keep(UserId by, boolean decision, Instant now) {
        var withinReach = startedAt != null && (endedAt == null || now.isBefore(endedAt.plus(KEEP_WITHIN)));
        if (!withinReach) {
            throw new WrongStateException(stateAt(now), "keep");
        }
        if (connectionId != null || !participant(by).decideKeep(decision)) {
            return;
        }
        note(ConsentAction.KEEP_DECIDED, by, decision ? "yes" : "no", now);
    }

    /** Whether both want to stay in touch, and nothing has come of it. */
    boolean isKeptByBoth() {
        return connectionId == null && woman.keeps() && man.keeps();
    }

    /** Two yeses become a connection. */
    void formConnection(Instant now) {
        if (isKeptByBoth()) {
            connectionId = Uuids.next();
            roomId = Uuids.next();
            note(ConsentAction.CONNECTION_FORMED, null, "both keep", now);
        }
    }

    void giveFeedback(UserId by, int rating, List<String> tags, Instant now) {
        if (stateAt(now) != InteractionState.ENDED) {
            throw new WrongStateException(stateAt(now), "feedback");
        }
        var participant = participant(by);
        if (participant.gaveFeedback(rating, tags)) {
            return;
        }
        if (participant.hasGivenFeedback()) {
            throw new FeedbackGivenException();
        }
        participant.giveFeedback(rating, tags);
        note(ConsentAction.FEEDBACK_GIVEN, by, "rated", now);
    }

    /** Carries out what time alone has brought about. */
    void expire(Instant now) {
        if (state == InteractionState.PROPOSED && isPast(respondBy, now)) {
            end(EndReason.NO_ANSWER, null, "she did not answer in time", now);
        } else if (state == InteractionState.CONNECTING && isPast(connectBy, now)) {
            end(EndReason.SETUP_FAILED, null, "media did not connect in time", now);
        } else if (state.isCall() && isPast(endsAt, now)) {
            end(EndReason.COMPLETED, null, "the clock ran out", Objects.requireNonNull(endsAt));
        } else if (state.isCall() && isLost(now)) {
            end(EndReason.PEER_LOST, null, "somebody did not come back in time", now);
        } else if (state.isCall() && video.isStopOverdue(now)) {
            end(EndReason.HANG_UP, null, "revoked video was not stopped in time", now);
        } else if (state.isCall() && video.expire(now)) {
            note(ConsentAction.VIDEO_EXPIRED, null, "not answered in time", now);
        }
    }

    private boolean isLost(Instant now) {
        return isPast(woman.returnBy(), now) || isPast(man.returnBy(), now);
    }

    /** Where it stands by the clock, even if nothing has carried that out yet. */
    private InteractionState stateAt(Instant now) {
        var over = switch (state) {
            case PROPOSED -> isPast(respondBy, now);
            case CONNECTING -> isPast(connectBy, now);
            case ACTIVE, RECONNECTING -> isPast(endsAt, now);
            case ENDED -> true;
        };
        return over ? InteractionState.ENDED : state;
    }

    private void require(Instant now, String asked, InteractionState needed) {
        if (stateAt(now) != needed) {
            throw new WrongStateException(stateAt(now), asked);
        }
    }

    private void requireCall(Instant now, String asked) {
        if (!stateAt(now).isCall()) {
            throw new WrongStateException(stateAt(now), asked);
        }
    }

    private void end(EndReason reason, @Nullable UserId by, String why, Instant at) {
        state = InteractionState.ENDED;
        endReason = reason;
        endedBy = by == null ? null : by.value();
        endedAt = at;
        presenceDueAt = null;
        woman.comeBack();
        man.comeBack();
        video.close();
        note(ConsentAction.ENDED, by, why, at);
    }

    private void note(ConsentAction action, @Nullable UserId by, String why, Instant at) {
        logLength++;
        nextDeadline = earliestDeadline();
        freshEntries.add(new ConsentEntry(logLength, at, action, by, why, state));
    }

    private @Nullable Instant earliestDeadline() {
        return switch (state) {
            case PROPOSED -> respondBy;
            case CONNECTING -> connectBy;
            case ACTIVE, RECONNECTING ->
                Stream.of(endsAt, woman.returnBy(), man.returnBy(), video.answerBy(), video.stopBy())
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null);
            case ENDED -> null;
        };
    }

    private static boolean isPast(@Nullable Instant deadline, Instant now) {
        return deadline != null && !now.isBefore(deadline);
    }

    boolean has(UserId user) {
        return woman.is(user) || man.is(user);
    }

    private Participant participant(UserId user) {
        return woman.is(user) ? woman : man;
    }

    private Participant peerOf(UserId user) {
        return woman.is(user) ? man : woman;
    }

    /** What was noted since the last call, oldest first. */
    List<ConsentEntry> takeFreshEntries() {
        var entries = List.copyOf(freshEntries);
        freshEntries.clear();
        return entries;
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void markStored() {
        stored = true;
    }

    InteractionView view() {
        return new InteractionView(
                new InteractionId(id),
                logLength,
                intent,
                state,
                woman.view(),
                man.view(),
                new InteractionView.Times(
                        callSeconds,
                        matchedAt,
                        proposedAt,
                        respondBy,
                        connectedAt,
                        connectBy,
                        startedAt,
                        endsAt,
                        endedAt,
                        nextDeadline),
                video.view(),
                endReason,
                endedBy == null ? null : new UserId(endedBy),
                connectionId,
                roomId == null ? null : new RoomId(roomId));
    }
}
