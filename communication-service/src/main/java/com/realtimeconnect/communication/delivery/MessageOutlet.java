package com.realtimeconnect.communication.delivery;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.stomp.Event;
import com.realtimeconnect.common.stomp.StompSession;
import com.realtimeconnect.communication.message.Message;
import com.realtimeconnect.communication.room.Room;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Writes messages to sockets, and measures how long after its commit each got there. */
@Component
class MessageOutlet implements SocketFeed.Outlet {

    /** Characters that may wait for a client when the next missed message is written: well below what counts as too slow. */
    private static final int MOST_WAITING = 64 * 1024;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private final Clock clock;
    private final Timer live;
    private final Timer fetched;

    MessageOutlet(Clock clock, MeterRegistry metrics) {
        this.clock = clock;
        this.live = timer(metrics, "live");
        this.fetched = timer(metrics, "fetched");
    }

    @Override
    public void live(StompSession session, Message message) {
        session.send(event(message));
        measure(live, message);
    }

    @Override
    public void fetched(StompSession session, Message message) {
        session.send(event(message));
        measure(fetched, message);
    }

    @Override
    public void resumed(StompSession session, RoomId room, long upToSeq) {
        session.send(
                Event.of("resumed", clock.instant(), new Resumed(room, upToSeq)).onFeed(Room.feed(room)));
    }

    @Override
    public void read(Runnable reading) {
        Thread.ofVirtual().name("missed-messages").start(reading);
    }

    @Override
    public void awaitRoomFor(StompSession session) {
        while (session.isOpen() && session.backlog() > MOST_WAITING) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /** The same message is the same event, however often it is given. */
    private static Event event(Message message) {
        return new Event(message.messageId(), "message", message.sentAt(), message, Room.feed(message.roomId()));
    }

    private void measure(Timer timer, Message message) {
        timer.record(Duration.between(message.sentAt(), clock.instant()));
    }

    private static Timer timer(MeterRegistry metrics, String path) {
        return Timer.builder("connect.chat.delivery")
                .description("From a message's commit to its writing to one socket")
                .tag("path", path)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(30))
                .register(metrics);
    }

    record Resumed(RoomId roomId, long upToSeq) {}
}
