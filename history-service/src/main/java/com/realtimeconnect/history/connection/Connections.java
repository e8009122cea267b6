package com.realtimeconnect.history.connection;

import com.realtimeconnect.common.block.BlockedPairs;
import com.realtimeconnect.common.event.interaction.ConnectionFormed;
import com.realtimeconnect.common.event.user.UserBlocked;
import com.realtimeconnect.common.event.user.UserUnblocked;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.outbox.Outbox;
import com.realtimeconnect.common.page.Page;
import com.realtimeconnect.common.page.PageRequest;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.history.interaction.InteractionLog;
import com.realtimeconnect.history.interaction.InteractionsLogged;
import com.realtimeconnect.history.interaction.PairRules;
import com.realtimeconnect.history.interaction.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may chat with whom. Two people have at most one connection at a time, and after a removal a new one. */
@Component
public class Connections {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final ConnectionRepository repository;
    private final InteractionLog log;
    private final BlockedPairs blockedPairs;
    private final Outbox outbox;
    private final Clock clock;

    Connections(
            ConnectionRepository repository,
            InteractionLog log,
            BlockedPairs blockedPairs,
            Outbox outbox,
            Clock clock) {
        this.repository = repository;
        this.log = log;
        this.blockedPairs = blockedPairs;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The connection that counts, and whether this request made it. */
    record Formed(Connection connection, boolean created) {}

    /**
     * Forms the connection that the two asked for by keeping an interaction. Repeats change nothing, not even after the
     * connection was removed. If the two are connected already, they stay in the connection they have.
     *
     * @throws com.realtimeconnect.common.block.KeptApartException if a block came after it, whenever that is heard of
     */
    @Transactional
    Formed form(ConnectionFormed request) {
        PairRules.require(request.woman(), request.man());
        Timestamps.requireStorable("since", request.since());
        blockedPairs.requireAllowed(request.woman().userId(), request.man().userId(), request.since());
        // First of all, because it also locks: repeats of one interaction, and its log entry, come one after the other.
        var endedAt = log.keep(request.interactionId());
        var origin = repository.findOrigin(request.interactionId());
        if (origin.isPresent()) {
            return repeated(request, origin.get());
        }
        var formed = repository.openOrJoin(request, endedAt);
        repository.insertOrigin(request, formed.connection().connectionId());
        if (formed.created()) {
            LOG.atInfo()
                    .addKeyValue("connectionId", request.connectionId())
                    .addKeyValue("interactionId", request.interactionId())
                    .log("Formed connection");
        }
        return formed;
    }

    private Formed repeated(ConnectionFormed request, ConnectionRepository.Origin origin) {
        var connection = repository.get(origin.connectionId());
        var joinedAnother = !origin.connectionId().equals(origin.requestedId());
        if (!origin.requestedId().equals(request.connectionId()) || (!joinedAnother && !connection.answers(request))) {
            throw new ConflictingConnectionException(request.connectionId());
        }
        return new Formed(connection, false);
    }

    Page<ConnectionResponse> of(UserId person, PageRequest page) {
        var rows = repository.findNewestOpen(person, page.cursor(), page.limit() + 1);
        return Page.of(rows, page.limit(), row -> ConnectionResponse.of(row, person), Connection::cursor);
    }

    Optional<Connection> between(UserId one, UserId other) {
        return repository.findOpen(one, other);
    }

    List<UserId> peersOf(UserId person) {
        return repository.findPeers(person);
    }

    /** Ends the connection for both, once; its room is closed as surely as the row is written. */
    @Transactional
    void remove(UUID connectionId, UserId by) {
        var room = repository.removeOpen(connectionId, by, clock.instant());
        if (room.isPresent()) {
            outbox.publish(RoomCloser.NAME, new ConnectionRemoved(connectionId, room.get(), null));
            LOG.atInfo().addKeyValue("connectionId", connectionId).log("Removed connection");
        } else if (!repository.hasMember(connectionId, by)) {
            throw Problems.notFound("You have no such connection");
        }
    }

    /** Notes a block, and removes the connection that the two have; neither can tell it from a removal by the other. */
    @Transactional
    void separate(UserBlocked fact) {
        var blocker = fact.blocker();
        var blocked = fact.blocked();
        blockedPairs.note(fact);
        repository
                .findOpen(blocker, blocked)
                .filter(connection -> blockedPairs.keepApart(blocker, blocked, connection.since()))
                .flatMap(connection -> repository
                        .removeOpen(connection.connectionId(), blocker, clock.instant())
                        .map(room -> new ConnectionRemoved(connection.connectionId(), room, blocked)))
                .ifPresent(removed -> {
                    outbox.publish(RoomCloser.NAME, removed);
                    LOG.atInfo()
                            .addKeyValue("connectionId", removed.connectionId())
                            .log("Removed connection after a block");
                });
    }

    /** Notes the end of a block. What the two had stays over. */
    @Transactional
    void letMeetAgain(UserUnblocked fact) {
        blockedPairs.note(fact);
    }

    /** Ends every connection of this person, as {@link #remove} does. Returns how many. */
    @Transactional
    public int removeAllOf(UserId person) {
        var removed = repository.removeAllOpen(person, clock.instant());
        removed.forEach(connection -> outbox.publish(RoomCloser.NAME, connection));
        return removed.size();
    }

    /** Forgets up to {@code limit} connections that were removed before this. Returns how many. */
    @Transactional
    public int forget(Instant removedBefore, int limit) {
        return repository.deleteRemoved(removedBefore, limit);
    }

    @EventListener
    void onLogged(InteractionsLogged logged) {
        repository.noteMeetings(logged.meetings());
    }
}
