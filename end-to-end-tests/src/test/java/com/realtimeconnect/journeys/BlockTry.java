package com.realtimeconnect.journeys;

import static org.awaitility.Awaitility.await;

import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.client.Event;
import com.realtimeconnect.localstack.client.Meeting;
import com.realtimeconnect.localstack.client.Person;
import com.realtimeconnect.localstack.client.SessionDescriptions;
import com.realtimeconnect.localstack.client.StompSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Two who talk, chat and watch each other, until one blocks the other while both go on sending. */
final class BlockTry {

    /** What may reach the other. */
    enum Kind {
        SIGNALING,
        CHAT,
        PRESENCE,
        END_OF_CALL,
        END_OF_ROOM
    }

    private static final Duration SIGNAL_EVERY = Duration.ofMillis(100);
    private static final int SIGNALS_PER_MESSAGE = 2;

    private final Couple couple;
    private final String language;
    private final boolean sheBlocks;
    private String interactionId = "";
    private String room = "";
    private long answeredAt;
    private long callEndedAt;
    private long roomClosedAt;
    private long darkAt;
    private volatile boolean over;

    /** @param language which only these two ask for, so that they are matched with each other */
    BlockTry(Couple couple, String language, boolean sheBlocks) {
        this.couple = couple;
        this.language = language;
        this.sheBlocks = sheBlocks;
    }

    Object meetAndBlock() throws InterruptedException {
        meet();
        var senders = couple.both().stream()
                .map(person -> Thread.ofVirtual().start(() -> sendOn(person)))
                .toList();
        await().pollInterval(SIGNAL_EVERY).until(this::isLive);
        var blocker = sheBlocks ? couple.woman() : couple.man();
        var blocked = sheBlocks ? couple.man() : couple.woman();
        Blocking.block(blocker, blocked).orThrow("block");
        answeredAt = System.nanoTime();
        for (var person : couple.both()) {
            callEndedAt = Math.max(callEndedAt, person.await("call-ended").arrivedNanos());
            roomClosedAt = Math.max(
                    roomClosedAt, Blocking.awaitRoomClosed(person, room).arrivedNanos());
            darkAt = Math.max(darkAt, Blocking.awaitDark(person, other(person)).arrivedNanos());
        }
        // A little longer, for what would still be let through.
        LockSupport.parkNanos(SIGNAL_EVERY.multipliedBy(2).toNanos());
        over = true;
        for (var sender : senders) {
            sender.join();
        }
        return this;
    }

    private void meet() {
        for (var person : couple.both()) {
            person.socket(Service.QUEUING)
                    .send("/app/queue/join", Map.of("intent", "language", "languages", List.of(language)));
        }
        var meeting = Meeting.awaitMatch(couple.woman(), couple.man());
        interactionId = meeting.interactionId();
        meeting.sheLetsItBegin();
        meeting.relay(
                couple.woman(),
                couple.man(),
                "offer",
                Map.of("negotiationId", 1, "sdp", SessionDescriptions.voiceOffer(2)));
        meeting.relay(
                couple.man(),
                couple.woman(),
                "answer",
                Map.of("negotiationId", 1, "sdp", SessionDescriptions.voiceAnswer(2)));
        meeting.mediaConnects();
        room = meeting.bothKeep();
        Blocking.watchEachOther(couple);
    }

    private void sendOn(Person person) {
        for (var number = 1; !over; number++) {
            var candidate = new HashMap<>(Meeting.candidate(number));
            candidate.put("interactionId", interactionId);
            person.socket(Service.INTERACTION).sendAndForget("/app/call/ice-candidate", candidate);
            if (number % SIGNALS_PER_MESSAGE == 0) {
                var message = Map.of("clientMessageId", UUID.randomUUID().toString(), "body", "Still there?");
                person.socket(Service.COMMUNICATION).sendAndForget("/app/rooms/" + room + "/send", message);
            }
            LockSupport.parkNanos(SIGNAL_EVERY.toNanos());
        }
    }

    /** Whether both have things of the other, so that there is something to stop. */
    private boolean isLive() {
        return couple.both().stream()
                .allMatch(person -> arrivals(person, Kind.SIGNALING).count() > 0
                        && arrivals(person, Kind.CHAT).count() > 0);
    }

    /** How long after the answer the last of this kind came to either; nothing if it came before. */
    Duration lastAfterAnswer(Kind kind) {
        var last = switch (kind) {
            case SIGNALING, CHAT ->
                couple.both().stream()
                        .flatMap(person -> arrivals(person, kind))
                        .mapToLong(Event::arrivedNanos)
                        .max()
                        .orElse(answeredAt);
            case PRESENCE -> Math.max(darkAt, lastSightAfterDark());
            case END_OF_CALL -> callEndedAt;
            case END_OF_ROOM -> roomClosedAt;
        };
        return Duration.ofNanos(Math.max(0, last - answeredAt));
    }

    private Stream<Event> arrivals(Person person, Kind kind) {
        return kind == Kind.SIGNALING
                ? unasked(
                        person,
                        Service.INTERACTION,
                        "ice-candidate",
                        event -> event.text("interactionId").equals(interactionId))
                : unasked(
                        person,
                        Service.COMMUNICATION,
                        "message",
                        event -> event.text("roomId").equals(room)
                                && !event.text("senderId").equals(person.userId()));
    }

    /** After the last word there is none. */
    private long lastSightAfterDark() {
        return Stream.of(couple.woman(), couple.man())
                .flatMap(person -> unasked(
                        person,
                        Service.QUEUING,
                        "presence-changed",
                        event -> event.text("userId").equals(other(person).userId())))
                .mapToLong(Event::arrivedNanos)
                .max()
                .orElse(0);
    }

    private Person other(Person person) {
        return person == couple.woman() ? couple.man() : couple.woman();
    }

    private static Stream<Event> unasked(Person person, Service service, String type, Predicate<Event> wanted) {
        StompSocket socket = person.socket(service);
        return socket.unasked(type).stream().filter(wanted);
    }
}
