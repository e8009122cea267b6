package com.realtimeconnect.communication.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.stomp.CloseCode;
import com.realtimeconnect.common.stomp.EncodedEvent;
import com.realtimeconnect.common.stomp.Event;
import com.realtimeconnect.common.stomp.StompSession;
import com.realtimeconnect.communication.inbox.InboxSummary;
import com.realtimeconnect.communication.message.Message;
import com.realtimeconnect.communication.room.Peer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import org.springframework.dao.QueryTimeoutException;

/**
 * Whatever order messages, hints, looks, resumes and faults come in, and wherever in a read they fall: the client is given
 * every message after the point it named, in order, once.
 */
@Tag("property")
class SocketFeedProperties {

    @Property(tries = 3_000)
    void givesEveryMessageInOrderAndOnce(@ForAll("interleavings") List<Step> steps) {
        var world = new World(steps);

        world.play();
        world.settle();

        assertThat(world.clientHas).isEqualTo(world.committed.size());
        assertThat(world.resumesWaiting).isZero();
    }

    @Provide
    Arbitrary<List<Step>> interleavings() {
        var action = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just(Action.COMMIT)),
                Tuple.of(8, Arbitraries.just(Action.HINT)),
                Tuple.of(3, Arbitraries.just(Action.LOSE_HINT)),
                Tuple.of(2, Arbitraries.just(Action.LOOK)),
                Tuple.of(2, Arbitraries.just(Action.SUBSCRIBE)),
                Tuple.of(3, Arbitraries.just(Action.RESUME)),
                Tuple.of(1, Arbitraries.just(Action.RELEASE)),
                Tuple.of(4, Arbitraries.just(Action.READ)),
                Tuple.of(1, Arbitraries.just(Action.DATABASE_FAILS)));
        var step = Combinators.combine(action, Arbitraries.integers().between(0, 1_000))
                .as(Step::new);
        return step.list().ofMaxSize(80);
    }

    enum Action {
        COMMIT,
        HINT,
        LOSE_HINT,
        LOOK,
        SUBSCRIBE,
        RESUME,
        RELEASE,
        READ,
        DATABASE_FAILS
    }

    record Step(Action action, int dice) {}

    /** One room, one socket, and a client that checks each thing it is told. Steps also happen in the middle of a read. */
    private static final class World implements SocketFeed.Outlet, SocketFeed.MessageSource {

        private static final RoomId ROOM = RoomId.next();
        private static final int NOT_LISTENING = -1;

        private final Deque<Step> script;
        private final List<Message> committed = new ArrayList<>();
        private final List<Message> hints = new ArrayList<>();
        private final Deque<Runnable> readings = new ArrayDeque<>();
        private final OpenSession session = new OpenSession();
        private final SocketFeed feed = new SocketFeed(session, this, this);
        private long clientHas = NOT_LISTENING;
        private long begunAfter = NOT_LISTENING;
        private long givenAfter = NOT_LISTENING;
        private long givenUpTo = NOT_LISTENING;
        private boolean hasResumed;
        private int resumesWaiting;
        private long resumeEndsAt;
        private boolean failing;

        World(List<Step> steps) {
            script = new ArrayDeque<>(steps);
        }

        void play() {
            while (!script.isEmpty()) {
                playNext();
            }
        }

        private void playNext() {
            var step = script.poll();
            if (step == null) {
                return;
            }
            switch (step.action) {
                case COMMIT -> commit();
                case HINT -> hint(step.dice);
                case LOSE_HINT -> loseHint(step.dice);
                case LOOK -> look();
                case SUBSCRIBE -> subscribe(step.dice);
                case RESUME -> resume(step.dice);
                case RELEASE -> feed.release();
                case READ -> read();
                case DATABASE_FAILS -> failing = true;
            }
        }

        private void commit() {
            var message = new Message(
                    ROOM, committed.size() + 1, UUID.randomUUID(), "c", UserId.next(), "a", Instant.EPOCH, null);
            committed.add(message);
            hints.add(message);
        }

        private void hint(int dice) {
            if (!hints.isEmpty()) {
                feed.arrive(hints.remove(dice % hints.size()));
            }
        }

        private void loseHint(int dice) {
            if (!hints.isEmpty()) {
                hints.remove(dice % hints.size());
            }
        }

        private void look() {
            if (!committed.isEmpty()) {
                feed.hear(ROOM, committed.size());
            }
            feed.retry();
        }

        /** The state is read, then more may happen, then the feed begins. */
        private void subscribe(int dice) {
            var lastSeq = committed.size();
            for (int i = dice % 4; i > 0; i--) {
                if (!script.isEmpty() && isHarmlessWhileSubscribing(script.getFirst().action)) {
                    playNext();
                }
            }
            if (clientHas == NOT_LISTENING) {
                clientHas = lastSeq;
                begunAfter = lastSeq;
            }
            feed.begin(summary(lastSeq), dice % 2 == 0);
        }

        private static boolean isHarmlessWhileSubscribing(Action action) {
            return action == Action.COMMIT || action == Action.HINT || action == Action.LOOK;
        }

        private void resume(int dice) {
            var lastSeq = committed.size();
            var afterSeq = dice % (lastSeq + 1);
            var first = !hasResumed && begunAfter != NOT_LISTENING;
            var further = first && afterSeq < begunAfter;
            givenAfter = further ? begunAfter : NOT_LISTENING;
            givenUpTo = clientHas;
            clientHas = first && !further ? Math.max(afterSeq, clientHas) : afterSeq;
            hasResumed = true;
            resumesWaiting = 1;
            resumeEndsAt = lastSeq;
            feed.resume(ROOM, afterSeq, lastSeq);
        }

        private void read() {
            var reading = readings.poll();
            if (reading != null) {
                reading.run();
            }
        }

        void settle() {
            failing = false;
            if (clientHas == NOT_LISTENING) {
                subscribe(0);
            }
            feed.release();
            look();
            while (!readings.isEmpty()) {
                read();
            }
        }

        private static InboxSummary summary(long lastSeq) {
            var peer = Peer.of(UserId.next(), "Ada");
            return new InboxSummary(
                    List.of(new InboxSummary.Line(ROOM, UUID.randomUUID(), peer, true, lastSeq, 0, 0, 0)), true);
        }

        @Override
        public List<Message> after(RoomId room, long seq) {
            if (failing) {
                failing = false;
                throw new Silence();
            }
            var read = List.copyOf(committed.subList((int) seq, (int) Math.min(committed.size(), seq + 3)));
            playNext();
            return read;
        }

        @Override
        public void awaitRoomFor(StompSession to) {
            playNext();
        }

        @Override
        public void live(StompSession to, Message message) {
            assertThat(resumesWaiting).as("nothing live before `resumed`").isZero();
            take(message);
        }

        @Override
        public void fetched(StompSession to, Message message) {
            take(message);
        }

        private void take(Message message) {
            assertThat(message.seq()).isEqualTo(clientHas + 1);
            // What was given between the beginning and the first resume is on its way, and not given again.
            clientHas = message.seq() == givenAfter ? givenUpTo : message.seq();
        }

        @Override
        public void resumed(StompSession to, RoomId room, long upToSeq) {
            assertThat(resumesWaiting).isEqualTo(1);
            assertThat(upToSeq).isEqualTo(clientHas).isEqualTo(resumeEndsAt);
            resumesWaiting = 0;
        }

        @Override
        public void read(Runnable reading) {
            assertThat(readings).as("one reader at a time").isEmpty();
            readings.add(reading);
        }
    }

    /** Without its trace: it is logged each time, thousands of times. */
    private static final class Silence extends QueryTimeoutException {

        private static final long serialVersionUID = 1L;

        Silence() {
            super("The database does not answer");
        }

        @Override
        public Throwable fillInStackTrace() {
            return this;
        }
    }

    private static final class OpenSession implements StompSession {

        @Override
        public String id() {
            return "session";
        }

        @Override
        public AuthenticatedUser user() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void send(Event event) {
            throw new UnsupportedOperationException("Everything goes through the outlet");
        }

        @Override
        public void send(EncodedEvent event) {
            throw new UnsupportedOperationException("Everything goes through the outlet");
        }

        @Override
        public int backlog() {
            return 0;
        }

        @Override
        public void close(CloseCode code) {
            throw new UnsupportedOperationException();
        }
    }
}
