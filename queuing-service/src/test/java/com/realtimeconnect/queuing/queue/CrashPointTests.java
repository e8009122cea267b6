package com.realtimeconnect.queuing.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.realtime.UserRelay;
import com.realtimeconnect.common.stomp.CloseCode;
import com.realtimeconnect.queuing.Matches;
import com.realtimeconnect.queuing.Town;
import com.realtimeconnect.queuing.Visitor;
import com.realtimeconnect.queuing.intent.Intent;
import com.realtimeconnect.queuing.intent.Intents;
import com.realtimeconnect.queuing.matching.Entry;
import com.realtimeconnect.queuing.matching.LeaveReason;
import com.realtimeconnect.queuing.matching.Side;
import com.realtimeconnect.queuing.matching.Standing;
import com.realtimeconnect.queuing.matching.TicketEnd;
import com.realtimeconnect.queuing.matching.WaitingRoom;
import com.realtimeconnect.queuing.matching.WaitingTicket;
import com.realtimeconnect.queuing.presence.ClaimedTicket;
import com.realtimeconnect.queuing.presence.UserTracked;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What heals when a node dies between two steps: here one step is done and the next is not. */
class CrashPointTests {

    private final UUID user = UUID.randomUUID();

    @BeforeEach
    void clear() {
        Town.clear();
    }

    @Test
    void aClaimWithoutEntryKeepsOutForSecondsOnly() {
        claims().make(new UserId(user), UUID.randomUUID(), "casual", null);

        Town.join(user, "female", Map.of("intent", "dating")).expectStatus().isEqualTo(409);
        Town.join(user, "female", Map.of("intent", "casual")).expectStatus().isEqualTo(503);
        Awaitility.await()
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> Town.join(user, "female", Map.of("intent", "dating"))
                        .expectStatus()
                        .isOk());
    }

    @Test
    void anEntryThatNobodyAnsweredIsTakenUpByTheNextConnect() {
        var ticket = enter(user, Side.WOMEN);
        try (var back = Visitor.arrive(Town.one(), user, "female")) {
            assertThat(back.client()
                            .awaitEvent("state")
                            .path("ticket")
                            .path("ticketId")
                            .asString())
                    .isEqualTo(ticket.ticketId().toString());
            Awaitility.await()
                    .during(Duration.ofSeconds(3))
                    .untilAsserted(() -> Town.get(user, "female", "/api/queue/me")
                            .expectStatus()
                            .isOk());
        }
    }

    @Test
    void anEntryThatNobodyTakesUpLeavesByItself() {
        enter(user, Side.WOMEN);
        Awaitility.await()
                .untilAsserted(() ->
                        Town.get(user, "female", "/api/queue/me").expectStatus().isNoContent());
        Town.join(user, "female", Map.of("intent", "dating")).expectStatus().isOk();
    }

    @Test
    void aMatchOfWhichNobodyToldIsToldByTheNodeWithTheSocket() {
        try (var woman = Visitor.woman(Town.two())) {
            woman.join("casual");
            enter(user, Side.MEN);
            assertThat(Matches.with(Town.one().redis(), "casual", woman.id())).isPresent();

            assertThat(woman.awaitLeft()).isEqualTo("matched");
            Town.get(woman.id(), "female", "/api/queue/me").expectStatus().isNoContent();
            assertThat(claims().find(new UserId(woman.id()))).isNull();
        }
    }

    /** The node had found the ticket lost before its owner left, and puts it back a moment after. */
    @Test
    void whoLeavesWhileALostTicketIsPutBackStaysOut() throws Exception {
        try (var woman = Visitor.arrive(Town.one(), user, "female")) {
            woman.join("casual");
            var ticket = Objects.requireNonNull(held().of(new UserId(user)));
            QueueJourneyTests.flushAll();
            woman.leave();
            assertThat(woman.awaitLeft()).isEqualTo("asked");

            var entry = new CompletableFuture<Entry>();
            Town.one().bean(LostTickets.class).putBack(casual(), ticket, entry::complete);
            assertThat(entry.get(30, TimeUnit.SECONDS)).isInstanceOf(Entry.Ended.class);
            Town.get(user, "female", "/api/queue/me").expectStatus().isNoContent();
        }
    }

    /** Her other device speaks to a node that has never heard of her ticket. */
    @Test
    void whoLeavesAtAnotherNodeWhenRedisIsEmptyStaysOut() {
        try (var woman = Visitor.arrive(Town.one(), user, "female")) {
            woman.join("casual");
            var ticketId = Objects.requireNonNull(held().of(new UserId(user))).ticketId();
            QueueJourneyTests.flushAll();
            Town.two().bean(MatchQueue.class).leave(new UserId(user), LeaveReason.ASKED);

            assertThat(woman.awaitLeft()).isEqualTo("asked");
            assertThat(held().of(new UserId(user))).isNull();
            assertThat(room().find(casual(), ticketId)).isInstanceOf(Standing.Gone.class);
        }
    }

    /** The node had found the ticket lost, or away, before the socket was gone. */
    @Test
    void aTicketThatIsBroughtBackForSomebodyWhoHasGoneIsSetAside() {
        var ticket = enter(user, Side.WOMEN);

        Town.one()
                .bean(TicketKeeper.class)
                .tracked(new UserTracked(new UserId(user), new ClaimedTicket(ticket.ticketId(), "casual")));

        assertThat(held().of(new UserId(user))).isNull();
        try (var man = Visitor.man(Town.two())) {
            assertThat(man.join("casual").path("position").asInt()).isEqualTo(1);
            assertThat(Matches.with(Town.one().redis(), "casual", user)).isEmpty();
        }
    }

    @Test
    void aLateEntryIsRefused() {
        var made = (Claim.Made) claims().make(new UserId(user), UUID.randomUUID(), "casual", null);
        assertThat(room().enter(casual(), ticket(user, Side.WOMEN, made), true, made.now()))
                .isInstanceOf(Entry.Late.class);
    }

    @Test
    void whoIsSuspendedLeavesAtOnce() {
        try (var visitor = Visitor.arrive(Town.one(), user, "female")) {
            var ticketId =
                    UUID.fromString(visitor.join("casual").path("ticketId").asString());
            Town.two().bean(UserRelay.class).closeSockets(new UserId(user), CloseCode.SUSPENDED);
            assertThat(visitor.client().awaitClose()).isEqualTo(4502);
            var suspended = new Standing.Gone(new TicketEnd(LeaveReason.SUSPENDED, null));
            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(room().find(casual(), ticketId)).isEqualTo(suspended));
        }
    }

    @Test
    void whoBlocksWhileBothWaitIsNotMatched() {
        var him = UUID.randomUUID();
        try (var woman = Visitor.arrive(Town.one(), user, "female")) {
            woman.join("casual");
            Town.two().bean(MatchQueue.class).keepApart(new UserId(user), new UserId(him));
            try (var man = Visitor.arrive(Town.two(), him, "male");
                    var other = Visitor.man(Town.two())) {
                man.join("casual");
                other.join("casual");
                assertThat(woman.awaitLeft()).isEqualTo("matched");
                assertThat(Matches.with(Town.one().redis(), "casual", him)).isEmpty();
            }
        }
    }

    @Test
    void metersTellWhatOperatorsWatch() {
        try (var visitor = Visitor.arrive(Town.one(), user, "female")) {
            visitor.join("networking");
            Awaitility.await()
                    .untilAsserted(() -> assertThat(meters())
                            .contains("connect_queue_length{")
                            .containsPattern("connect_queue_length\\{[^}]*intent=\"networking\",side=\"women\"\\} 1.0")
                            .contains("connect_queue_oldest_wait_seconds{"));

            try (var man = Visitor.man(Town.one())) {
                man.join("networking");
                assertThat(visitor.awaitLeft()).isEqualTo("matched");
            }
            assertThat(meters())
                    .containsPattern("connect_queue_matches_total\\{[^}]*intent=\"networking\"[^}]*\\} [1-9]")
                    .containsPattern(
                            "connect_queue_join_to_match_seconds_count\\{[^}]*intent=\"networking\",side=\"men\"\\} [1-9]")
                    .containsPattern(
                            "connect_queue_join_to_match_seconds_count\\{[^}]*intent=\"networking\",side=\"women\"\\} [1-9]");
        }
    }

    private static String meters() {
        return Objects.requireNonNull(Town.one()
                .rest()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .returnResult(String.class)
                .getResponseBody());
    }

    /** Claims and enters as a join does, and then says nothing to anyone. */
    private static WaitingTicket enter(UUID user, Side side) {
        var ticketId = UUID.randomUUID();
        var made = (Claim.Made) claims().make(new UserId(user), ticketId, "casual", null);
        var ticket = ticket(ticketId, user, side, made.now());
        room().enter(casual(), ticket, true, made.enterBefore());
        return ticket;
    }

    private static WaitingTicket ticket(UUID user, Side side, Claim.Made made) {
        return ticket(UUID.randomUUID(), user, side, made.now());
    }

    private static WaitingTicket ticket(UUID id, UUID user, Side side, Instant joinedAt) {
        return new WaitingTicket(
                id,
                new UserId(user),
                "casual",
                side,
                joinedAt,
                joinedAt.toEpochMilli(),
                30,
                18,
                120,
                "",
                "en",
                "",
                "signed");
    }

    private static Intent casual() {
        return Town.one().bean(Intents.class).require("casual");
    }

    private static WaitingRoom room() {
        return Town.one().bean(WaitingRoom.class);
    }

    private static HeldTickets held() {
        return Town.one().bean(HeldTickets.class);
    }

    private static Claims claims() {
        return Town.one().bean(Claims.class);
    }
}
