package com.realtimeconnect.queuing.matching;

import static com.realtimeconnect.queuing.matching.TestRoom.INTENT;
import static com.realtimeconnect.queuing.matching.TestRoom.LATER;
import static com.realtimeconnect.queuing.matching.TestRoom.man;
import static com.realtimeconnect.queuing.matching.TestRoom.woman;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.observability.CorrelationId;
import com.realtimeconnect.queuing.Matches;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is paired with whom, and who is not. */
class PairingTests {

    private final WaitingRoom room = TestRoom.patient();

    @BeforeEach
    void empty() {
        TestRoom.empty();
    }

    @Test
    void pairsWithWhoWaitedLongestAndFits() {
        var tooOld = waits(man().since(1).aged(60));
        var first = waits(man().since(2));
        waits(man().since(3));

        var matched = matched(woman().wants(25, 35));

        assertThat(matched.other()).isEqualTo(first);
        assertThat(standing(tooOld)).isInstanceOf(Standing.Waiting.class);
    }

    @Test
    void writesTheMatchToTheStreamAndNothingStaysOfTheTwo() {
        var his = waits(man());
        var hers = woman().ticket();

        var pairing = joinAs("her-join", hers);

        var match = Matches.of(TestRoom.redis(), INTENT.name()).getFirst();
        assertThat(match.matchId()).isEqualTo(pairing.matchId());
        assertThat(match.matchedAt()).isEqualTo(pairing.matchedAt());
        assertThat(match.correlationId()).isEqualTo("her-join");
        assertThat(match.woman().ticketId()).isEqualTo(hers.ticketId());
        assertThat(match.woman().joinedAt()).isEqualTo(hers.joinedAt());
        assertThat(match.man().ticket()).isEqualTo(his.ticket());
        assertThat(standing(his)).isEqualTo(goneWith(hers));
        assertThat(standing(hers)).isEqualTo(goneWith(his));
    }

    @Test
    void filtersHoldBothWays() {
        waits(man().aged(40).wants(18, 29));
        waits(man().aged(50).wants(18, 120));

        assertThat(enter(woman().aged(30).wants(35, 45).ticket())).isInstanceOf(Entry.Waiting.class);
    }

    @Test
    void agesAtTheEndsOfARangeFit() {
        waits(man().aged(35).wants(30, 30));

        assertThat(enter(woman().aged(30).wants(25, 35).ticket())).isInstanceOf(Entry.Matched.class);
    }

    @Test
    void whoAsksForALanguageMeetsSomeoneWhoSpeaksIt() {
        waits(man().since(1).speaks("de"));
        var spanish = waits(man().since(2).speaks("en es"));

        assertThat(matched(woman().asks("es fr").speaks("en es fr")).other()).isEqualTo(spanish);
    }

    @Test
    void aLanguageIsAWholeWord() {
        waits(man().speaks("fil"));

        assertThat(enter(woman().asks("fi").speaks("fi").ticket())).isInstanceOf(Entry.Waiting.class);
    }

    @Test
    void bothAskingNeedsBothAnswers() {
        waits(man().asks("de").speaks("de en"));

        assertThat(enter(woman().asks("en").speaks("en").ticket())).isInstanceOf(Entry.Waiting.class);
    }

    @Test
    void whoExcludesTheOtherIsNotPairedWhicheverOfThemWaits() {
        var her = UserId.next();
        var him = UserId.next();
        waits(man().of(him).avoids(her));
        assertThat(enter(woman().of(her).ticket())).isInstanceOf(Entry.Waiting.class);

        TestRoom.empty();
        waits(man().of(him));
        assertThat(enter(woman().of(her).avoids(him).ticket())).isInstanceOf(Entry.Waiting.class);
    }

    @Test
    void aBlockReachesTicketsThatWaitAlready() {
        var her = UserId.next();
        var his = waits(man());

        assertThat(room.exclude(INTENT, his.ticketId(), her)).isNotNull();

        assertThat(enter(woman().of(her).ticket())).isInstanceOf(Entry.Waiting.class);
        assertThat(matched(woman()).other().ticketId()).isEqualTo(his.ticketId());
    }

    @Test
    void whoIsAwayIsNotPairedUntilTheyReturn() {
        var his = waits(man().since(1));
        room.suspend(INTENT, his.ticketId());
        var hers = woman().ticket();

        assertThat(enter(hers)).isInstanceOf(Entry.Waiting.class);

        var returned = (Entry.Matched) room.resume(INTENT, his.ticketId());
        assertThat(returned.pairing().other()).isEqualTo(hers);
    }

    @Test
    void whoReturnsHasTheOldPlace() {
        var first = waits(man().since(1));
        waits(man().since(2));
        room.suspend(INTENT, first.ticketId());
        assertThat(((Standing.Waiting) standing(first)).place()).isEqualTo(1);

        assertThat(room.resume(INTENT, first.ticketId())).isEqualTo(new Entry.Waiting(first, 1));
    }

    @Test
    void aDropThatOvertakesItsJoinSetsTheTicketAside() {
        var his = man().ticket();
        room.suspend(INTENT, his.ticketId());

        assertThat(enter(his)).isEqualTo(new Entry.Away(his));
        assertThat(enter(woman().ticket())).isInstanceOf(Entry.Waiting.class);
    }

    @Test
    void aLeaveThatOvertakesItsJoinWins() {
        var his = man().ticket();
        room.leave(INTENT, his.ticketId(), LeaveReason.ASKED);

        assertThat(enter(his)).isEqualTo(new Entry.Ended(new TicketEnd(LeaveReason.ASKED, null)));
    }

    @Test
    void anEndedTicketNeverComesBack() {
        var his = waits(man());
        matched(woman());

        assertThat(enter(his)).isInstanceOf(Entry.Ended.class);
        assertThat(room.resume(INTENT, his.ticketId())).isInstanceOf(Entry.Ended.class);
        assertThat(room.leave(INTENT, his.ticketId(), LeaveReason.ASKED).isMatched())
                .isTrue();
    }

    @Test
    void aTicketThatComesAfterItsWindowIsRefused() {
        assertThat(room.enter(INTENT, man().ticket(), true, Instant.EPOCH)).isInstanceOf(Entry.Late.class);
    }

    @Test
    void joiningTwiceIsJoiningOnce() {
        var his = waits(man());

        assertThat(enter(his)).isEqualTo(new Entry.Waiting(his, 1));
    }

    @Test
    void aTicketWhoseLeaseRanOutIsSetAsideByTheJoinThatFindsIt() {
        var forgotten = TestRoom.room(Duration.ZERO, Duration.ofSeconds(50));
        var his = man().since(1).ticket();
        forgotten.enter(INTENT, his, true, LATER);
        var next = waits(man().since(2));

        assertThat(matched(woman()).other()).isEqualTo(next);
        assertThat(((Standing.Waiting) standing(his)).away()).isTrue();
    }

    @Test
    void manyForgottenTicketsDoNotHideALivingOne() {
        var forgotten = TestRoom.room(Duration.ZERO, Duration.ofSeconds(50));
        for (int index = 0; index < 150; index++) {
            forgotten.enter(INTENT, man().since(index).ticket(), true, LATER);
        }
        var living = waits(man().since(1_000));

        assertThat(matched(woman()).other()).isEqualTo(living);
    }

    @Test
    void theSweepEndsWhoStaysAwayAndTellsWhom() {
        var hasty = TestRoom.room(Duration.ofSeconds(50), Duration.ZERO);
        var his = waits(man());
        hasty.suspend(INTENT, his.ticketId());

        assertThat(TestRoom.sweep(hasty).departures()).containsExactly(new Departure(his, LeaveReason.DISCONNECTED));
        assertThat(standing(his)).isEqualTo(new Standing.Gone(new TicketEnd(LeaveReason.DISCONNECTED, null)));
    }

    @Test
    void whoJoinsWithoutASocketLeavesByItselfToo() {
        var hasty = TestRoom.room(Duration.ofSeconds(50), Duration.ZERO);
        var his = man().ticket();
        assertThat(hasty.enter(INTENT, his, false, LATER)).isEqualTo(new Entry.Away(his));

        assertThat(TestRoom.sweep(hasty).departures()).containsExactly(new Departure(his, LeaveReason.DISCONNECTED));
    }

    @Test
    void thePairBeyondTheFirstWindowIsFoundByTheSweep() {
        for (int index = 0; index < 200; index++) {
            waits(man().since(index).aged(60));
        }
        var fitting = waits(man().since(500).aged(30));
        var hers = woman().wants(25, 35).ticket();
        assertThat(enter(hers)).isInstanceOf(Entry.Waiting.class);

        var pairings = TestRoom.sweep(room).pairings();

        assertThat(pairings).extracting(Pairing::one, Pairing::other).containsExactly(tuple(hers, fitting));
    }

    @Test
    void renewalTellsWhatBecameOfEachTicket() {
        var leased = waits(man().since(1));
        var away = waits(man().since(2).aged(90));
        room.suspend(INTENT, away.ticketId());
        var left = waits(man().since(3));
        room.leave(INTENT, left.ticketId(), LeaveReason.ASKED);
        var lost = man().ticket();

        assertThat(room.renew(INTENT, List.of(leased, away, left, lost)))
                .extracting(Renewal::state)
                .containsExactly(Renewal.State.LEASED, Renewal.State.AWAY, Renewal.State.ENDED, Renewal.State.LOST);
    }

    /** Women, men, tickets, leases, away; the rest is no place of a ticket. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void theLossOfAnyOneKeyIsMadeGoodByPuttingBackWhatIsNotLeased(int lost) {
        var his = waits(man().since(1));
        var aside = waits(man().since(2));
        room.suspend(INTENT, aside.ticketId());
        TestRoom.redis().delete(QueueSlot.of(INTENT).keys().get(lost));

        TestRoom.sweep(room);
        for (var renewal : room.renew(INTENT, List.of(his, aside))) {
            if (renewal.state() != Renewal.State.LEASED) {
                enter(renewal.ticket());
            }
        }

        assertThat(matched(woman()).other()).isEqualTo(his);
        assertThat(matched(woman()).other()).isEqualTo(aside);
    }

    private WaitingTicket waits(TestRoom.Builder builder) {
        var ticket = builder.ticket();
        assertThat(enter(ticket)).isInstanceOf(Entry.Waiting.class);
        return ticket;
    }

    private Pairing matched(TestRoom.Builder builder) {
        return ((Entry.Matched) enter(builder.ticket())).pairing();
    }

    private Pairing joinAs(String correlationId, WaitingTicket ticket) {
        try (var ignored = CorrelationId.open(correlationId)) {
            return ((Entry.Matched) enter(ticket)).pairing();
        }
    }

    private Entry enter(WaitingTicket ticket) {
        return room.enter(INTENT, ticket, true, LATER);
    }

    private Standing standing(WaitingTicket ticket) {
        return room.find(INTENT, ticket.ticketId());
    }

    private static Standing.Gone goneWith(WaitingTicket other) {
        return new Standing.Gone(new TicketEnd(LeaveReason.MATCHED, other.userId()));
    }
}
