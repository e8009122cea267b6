package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.block.KeptApartException;
import com.realtimeconnect.common.directory.Person;
import com.realtimeconnect.common.event.queuing.MatchFound;
import com.realtimeconnect.common.event.queuing.MatchFound.MatchedTicket;
import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.interaction.suspension.SuspendedPersonException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.hibernate.exception.ConstraintViolationException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/**
 * Everything that can be done to an interaction. A command that was carried out before is carried out: it returns how
 * things stand. Whoever does not take part learns only that there is no such interaction.
 */
@Service
public class Interactions {

    private static final String ONE_LIVE = "one_live_interaction_per_";

    private final InteractionStore store;
    private final InteractionRepository interactions;
    private final LiveLookup live;
    private final PersonCards cards;
    private final CallTiming timing;
    private final Clock clock;

    Interactions(
            InteractionStore store,
            InteractionRepository interactions,
            LiveLookup live,
            PersonCards cards,
            CallTiming timing,
            Clock clock) {
        this.store = store;
        this.interactions = interactions;
        this.live = live;
        this.cards = cards;
        this.timing = timing;
        this.clock = clock;
    }

    /**
     * Proposes the two to each other. The match's id becomes the interaction's, so that a match opens one interaction
     * however often it comes; they are told again then, for the node that opened it may have died before it told anybody.
     *
     * @throws AlreadyInteractingException if one of the two is in a live one
     * @throws KeptApartException if a block keeps them apart
     * @throws SuspendedPersonException if one of the two is suspended by now
     */
    public InteractionView open(MatchFound match, Person woman, Person man) {
        var id = new InteractionId(match.matchId());
        cards.remember(woman);
        cards.remember(man);
        var now = now();
        try {
            return store.insert(id, () -> proposal(match, woman, man, now));
        } catch (DataIntegrityViolationException refused) {
            if (isOneLiveOnly(refused)) {
                throw new AlreadyInteractingException(refused);
            }
            var opened = find(id).orElseThrow(() -> refused); // by another node, or by this one before
            tellAgain(opened);
            return opened;
        }
    }

    private Interaction proposal(MatchFound match, Person woman, Person man, Instant now) {
        var interaction = Interaction.propose(
                new InteractionId(match.matchId()),
                match.intent(),
                participant(woman, match.woman(), match.matchedAt()),
                participant(man, match.man(), match.matchedAt()),
                match.matchedAt(),
                now,
                timing);
        if (woman.autoConnect()) {
            interaction.connect(woman.userId(), "auto-connect", now, timing);
        }
        return interaction;
    }

    private static Participant participant(Person person, MatchedTicket ticket, Instant matchedAt) {
        var waited = Math.max(0, Duration.between(ticket.joinedAt(), matchedAt).toSeconds());
        return new Participant(person.userId(), person.displayName(), ticket.ticket(), waited);
    }

    private static boolean isOneLiveOnly(DataIntegrityViolationException refused) {
        return refused.getCause() instanceof ConstraintViolationException violation
                && violation.getConstraintName() != null
                && violation.getConstraintName().startsWith(ONE_LIVE);
    }

    /**
     * Tells the two again of what became of this match, for the node that opened it may have died before it told anybody.
     *
     * @return whether there is such an interaction
     */
    public boolean tellAgain(InteractionId id) {
        var existing = find(id);
        existing.ifPresent(this::tellAgain);
        return existing.isPresent();
    }

    private void tellAgain(InteractionView view) {
        var missed = new ArrayList<ConsentEntry>();
        if (view.state() == InteractionState.PROPOSED || view.state() == InteractionState.CONNECTING) {
            missed.add(entry(view, ConsentAction.PROPOSED, view.times().proposedAt()));
        }
        var connectedAt = view.times().connectedAt();
        if (view.state() == InteractionState.CONNECTING && connectedAt != null) {
            missed.add(entry(view, ConsentAction.CONNECTED, connectedAt));
        }
        if (!missed.isEmpty()) {
            store.publishAgain(new InteractionMoved(view, missed));
        }
    }

    private static ConsentEntry entry(InteractionView view, ConsentAction action, Instant at) {
        return new ConsentEntry(view.step(), at, action, null, "told again", view.state());
    }

    public Optional<InteractionView> find(InteractionId id) {
        return interactions.findById(id.value()).map(Interaction::view);
    }

    /** The live interaction this person is in. */
    public Optional<InteractionView> current(UserId user) {
        return live.find(user).flatMap(this::find).filter(InteractionView::isLive);
    }

    /** The live interaction that these two are in with each other. */
    public Optional<InteractionView> liveOf(UserId one, UserId other) {
        return current(one).filter(view -> view.has(other));
    }

    public InteractionView connect(UserId by, InteractionId id) {
        return change(by, id, (interaction, now) -> interaction.connect(by, "asked", now, timing));
    }

    public InteractionView decline(UserId by, InteractionId id) {
        return change(by, id, (interaction, now) -> interaction.decline(by, now));
    }

    public InteractionView mediaConnected(UserId by, InteractionId id) {
        return change(by, id, (interaction, now) -> interaction.mediaConnected(by, now));
    }

    public InteractionView end(UserId by, InteractionId id) {
        return change(by, id, (interaction, now) -> interaction.hangUp(by, now));
    }

    /** Ends it because of what user-service was told about one of the two. */
    public InteractionView cut(UserId by, InteractionId id, EndReason reason) {
        return change(by, id, (interaction, now) -> interaction.cut(reason, by, now));
    }

    public InteractionView extend(UserId by, InteractionId id) {
        return change(by, id, (interaction, now) -> interaction.extend(by, now));
    }

    public InteractionView requestVideo(UserId by, InteractionId id) {
        return change(by, id, (interaction, now) -> interaction.requestVideo(by, now));
    }

    public InteractionView answerVideo(UserId by, InteractionId id, boolean yes) {
        return change(by, id, (interaction, now) -> interaction.answerVideo(by, yes, now));
    }

    public InteractionView revokeVideo(UserId by, InteractionId id) {
        return change(by, id, (interaction, now) -> interaction.revokeVideo(by, now));
    }

    /** An offer without video passed, after video was revoked. */
    public InteractionView videoStopOffered(UserId by, InteractionId id) {
        return change(by, id, (interaction, now) -> interaction.videoStopOffered(by, now, timing));
    }

    /** And so did its answer. */
    public InteractionView videoStopped(UserId by, InteractionId id) {
        return change(by, id, (interaction, now) -> interaction.videoStopped(by, now));
    }

    /** Two yeses become a connection, unless a block keeps the two apart: then nothing comes of them, and nobody is told. */
    public InteractionView keep(UserId by, InteractionId id, boolean decision) {
        return change(by, id, (interaction, now) -> {
            interaction.keep(by, decision, now);
            if (interaction.isKeptByBoth() && store.mayConnect(interaction)) {
                interaction.formConnection(now);
            }
        });
    }

    public InteractionView giveFeedback(UserId by, InteractionId id, int rating, List<String> tags) {
        return change(by, id, (interaction, now) -> interaction.giveFeedback(by, rating, tags, now));
    }

    /** This person has no socket left on any node. */
    public void lose(UserId user, InteractionId id) {
        change(user, id, (interaction, now) -> interaction.lose(user, now, timing.reconnectGrace()));
    }

    /** This person has a socket again. */
    public void regain(UserId user, InteractionId id) {
        change(user, id, (interaction, now) -> interaction.regain(user, now));
    }

    /** Those whose time for something ran out, longest ago first. */
    public List<InteractionId> overdue(int limit) {
        return interactions.findOverdue(now(), limit).stream()
                .map(InteractionId::new)
                .toList();
    }

    /** Carries out what time has brought about; does nothing if it is too early or another node does it. */
    public Optional<InteractionView> expire(InteractionId id) {
        return store.tryChange(
                id, () -> interactions.lockOverdue(id.value(), now()), interaction -> interaction.expire(now()));
    }

    private InteractionView change(UserId by, InteractionId id, BiConsumer<Interaction, Instant> change) {
        return store.change(id, interaction -> {
            if (!interaction.has(by)) {
                throw InteractionStore.none();
            }
            change.accept(interaction, now());
        });
    }

    /** Whole milliseconds, as on the wire, so that a deadline read back is the one that was told. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
