package com.realtimeconnect.communication.room;

import com.realtimeconnect.common.block.BlockedPairs;
import com.realtimeconnect.common.event.user.Standing;
import com.realtimeconnect.common.event.user.StandingChanged;
import com.realtimeconnect.common.event.user.UserBlocked;
import com.realtimeconnect.common.event.user.UserUnblocked;
import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All rooms. A room that a person is not in, or may no longer read, does not exist for them. */
@Component
public class Rooms {

    private static final Logger log = LoggerFactory.getLogger(Rooms.class);

    private final RoomRepository repository;
    private final BlockedPairs blockedPairs;
    private final SuspendedPeople suspended;
    private final Clock clock;

    Rooms(RoomRepository repository, BlockedPairs blockedPairs, SuspendedPeople suspended, Clock clock) {
        this.repository = repository;
        this.blockedPairs = blockedPairs;
        this.suspended = suspended;
        this.clock = clock;
    }

    /** @throws ProblemException 404 unless this person is in the room and may read it */
    public Room requireMember(RoomId room, UserId member) {
        return repository.findForMember(room, member).orElseThrow(Rooms::noSuchRoom);
    }

    /**
     * As {@link #requireMember}, and keeps everybody else from writing to the room until the transaction ends: what the
     * caller sees of it stays true.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Room lockForMember(RoomId room, UserId member) {
        return repository.lockForMember(room, member).orElseThrow(Rooms::noSuchRoom);
    }

    /**
     * As {@link #lockForMember} for many, without waiting: left out are rooms that others have locked, and people who are
     * in no such room.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<Membership, Room> lockFree(Collection<Membership> members) {
        return repository.lockFree(members);
    }

    /** Whether something can be said in it now. */
    boolean isOpen(RoomId room) {
        return repository.find(room).filter(Room::isOpen).isPresent();
    }

    /** Those of the two who may read the room. */
    public List<UserId> readersOf(RoomId room) {
        return repository.findReaders(room);
    }

    /** The room of this name in a destination; a name that is no UUID is the name of no room. */
    public static RoomId idOf(String name) {
        try {
            return RoomId.of(name);
        } catch (IllegalArgumentException notUuid) {
            throw noSuchRoom();
        }
    }

    /**
     * Opens a room, once.
     *
     * @param since when the two were connected
     * @return whether it is new; a room that is there already with the same facts stays as it is, closed or not, and one of
     *     somebody who is erased is closed from the start
     * @throws com.realtimeconnect.common.block.KeptApartException if a block came after that
     */
    @Transactional
    boolean open(Room wanted, Instant since) {
        blockedPairs.requireAllowed(wanted.woman().userId(), wanted.man().userId(), since);
        try {
            if (repository.insert(wanted)) {
                log.atInfo().addKeyValue("roomId", wanted.id()).log("Room opened");
                return true;
            }
        } catch (DataIntegrityViolationException noAccount) {
            throw new UnknownMemberException();
        }
        if (repository.find(wanted.id()).filter(room -> isSame(room, wanted)).isEmpty()) {
            throw new ConflictingRoomException();
        }
        return false;
    }

    /**
     * Closes a room for both, once, and hides it from some of its members.
     *
     * @return the room if this closed it, nothing if it was closed before
     */
    @Transactional
    Optional<Room> close(RoomId id, String reason, Set<UserId> hiddenFrom) {
        var room = repository.find(id).orElseThrow(Rooms::noSuchRoom);
        return close(room, reason, hiddenFrom);
    }

    private Optional<Room> close(Room room, String reason, Set<UserId> hiddenFrom) {
        // The room's row first, as every writer does, so that none waits for another in a circle.
        var closed = repository.close(room.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS), reason);
        repository.hideFrom(room.id(), hiddenFrom);
        if (!closed) {
            return Optional.empty();
        }
        log.atInfo()
                .addKeyValue("roomId", room.id())
                .addKeyValue("reason", reason)
                .log("Room closed");
        return repository.find(room.id());
    }

    /**
     * Notes a block: every room of the two is closed, and does not exist for the one who was blocked.
     *
     * @return the rooms that this closed
     */
    @Transactional
    List<Room> separate(UserBlocked fact) {
        blockedPairs.note(fact);
        return repository.findOfPair(fact.blocker(), fact.blocked()).stream()
                .filter(room -> blockedPairs.keepApart(fact.blocker(), fact.blocked(), room.openedAt()))
                .flatMap(room -> close(room, "blocked", Set.of(fact.blocked())).stream())
                .toList();
    }

    /** Notes the end of a block. The rooms of the two stay as they are. */
    @Transactional
    void letMeetAgain(UserUnblocked fact) {
        blockedPairs.note(fact);
    }

    /**
     * Notes who may take part.
     *
     * @return the rooms that were shut or opened by that, as they are now; none if nothing changed
     */
    @Transactional
    List<Room> note(StandingChanged change) {
        if (!suspended.note(change)) {
            return List.of();
        }
        var suspends = change.standing() == Standing.SUSPENDED;
        log.atInfo()
                .addKeyValue("userId", change.userId())
                .addKeyValue("shut", suspends)
                .log("Rooms of a person changed");
        return repository.findNotClosed(change.userId()).stream()
                .filter(room -> suspends || room.isOpen())
                .toList();
    }

    List<RoomId> openOf(UserId person) {
        return repository.findOpen(person);
    }

    private static boolean isSame(Room one, Room other) {
        return one.connectionId().equals(other.connectionId())
                && one.interactionId().equals(other.interactionId())
                && one.woman().userId().equals(other.woman().userId())
                && one.man().userId().equals(other.man().userId());
    }

    private static ProblemException noSuchRoom() {
        return Problems.notFound("There is no such room");
    }
}
