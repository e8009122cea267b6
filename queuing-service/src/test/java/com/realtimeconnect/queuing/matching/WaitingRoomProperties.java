package com.realtimeconnect.queuing.matching;

import static com.realtimeconnect.queuing.matching.TestRoom.INTENT;
import static com.realtimeconnect.queuing.matching.TestRoom.LATER;
import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.queuing.Matches;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Any order of joins, leaves, drops, returns and lapses does in Redis what it does in a model of twenty lines. */
class WaitingRoomProperties {

    private static final int PEOPLE = 10;
    private static final List<UserId> USERS =
            java.util.stream.Stream.generate(UserId::next).limit(PEOPLE).toList();

    private final WaitingRoom room = TestRoom.patient();
    private final WaitingRoom hasty = TestRoom.room(Duration.ofSeconds(50), Duration.ZERO);

    @Property(tries = 150)
    void behavesAsTheModel(@ForAll("histories") List<Step> steps) {
        TestRoom.empty();
        var model = new Model();
        var latest = new LinkedHashMap<Integer, WaitingTicket>();
        for (var step : steps) {
            if (step.what() == What.JOIN) {
                var known = latest.get(step.person());
                var ticket = known != null && model.has(known) ? known : step.ticket();
                latest.put(step.person(), ticket);
                assertThat(describe(room.enter(INTENT, ticket, true, LATER))).isEqualTo(model.enter(ticket));
            } else if (latest.get(step.person()) != null) {
                act(step.what(), latest.get(step.person()), model);
            }
            TestRoom.sweep(room);
            compare(model, latest.values());
        }
        assertNobodyIsInTwoMatches(model);
    }

    private void act(What what, WaitingTicket ticket, Model model) {
        switch (what) {
            case LEAVE -> {
                room.leave(INTENT, ticket.ticketId(), LeaveReason.ASKED);
                model.end(ticket);
            }
            case DROP -> {
                room.suspend(INTENT, ticket.ticketId());
                model.drop(ticket);
            }
            case RETURN ->
                assertThat(describe(room.resume(INTENT, ticket.ticketId()))).isEqualTo(model.enter(ticket));
            case LAPSE -> {
                hasty.suspend(INTENT, ticket.ticketId());
                if (model.isWaiting(ticket)) {
                    TestRoom.sweep(hasty);
                    model.end(ticket);
                }
            }
            case EXCLUDE -> {
                var other = USERS.get(ticket.age() % PEOPLE);
                room.exclude(INTENT, ticket.ticketId(), other);
                model.exclude(ticket, other);
            }
            case JOIN -> throw new IllegalStateException();
        }
    }

    private void compare(Model model, Iterable<WaitingTicket> tickets) {
        for (var ticket : tickets) {
            var standing = room.find(INTENT, ticket.ticketId());
            assertThat(
                            standing instanceof Standing.Waiting waiting
                                    ? (waiting.away() ? "away" : "place " + waiting.place())
                                    : "gone")
                    .isEqualTo(model.standing(ticket));
        }
    }

    private static void assertNobodyIsInTwoMatches(Model model) {
        var seen = new HashSet<UUID>();
        for (var match : Matches.of(TestRoom.redis(), INTENT.name())) {
            assertThat(seen.add(match.woman().ticketId())).isTrue();
            assertThat(seen.add(match.man().ticketId())).isTrue();
        }
        assertThat(seen).isEqualTo(model.matched);
    }

    private static String describe(Entry entry) {
        if (entry instanceof Entry.Matched matched) {
            return "matched with " + matched.pairing().other().ticketId();
        }
        return entry instanceof Entry.Waiting waiting ? "place " + waiting.place() : "ended";
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        var what = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, Arbitraries.just(What.JOIN)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(What.LEAVE)),
                net.jqwik.api.Tuple.of(2, Arbitraries.just(What.DROP)),
                net.jqwik.api.Tuple.of(2, Arbitraries.just(What.RETURN)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(What.LAPSE)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(What.EXCLUDE)));
        var person = Arbitraries.integers().between(0, PEOPLE - 1);
        var words = Arbitraries.of("", "", "en", "de", "en de");
        var ages = Arbitraries.integers().between(20, 40);
        return Combinators.combine(
                        what,
                        person,
                        ages,
                        ages,
                        ages,
                        words,
                        words,
                        Arbitraries.longs().between(1, 6))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    enum What {
        JOIN,
        LEAVE,
        DROP,
        RETURN,
        LAPSE,
        EXCLUDE
    }

    record Step(What what, int person, int age, int oneEnd, int otherEnd, String asked, String spoken, long since) {

        WaitingTicket ticket() {
            var builder = person % 2 == 0 ? TestRoom.woman() : TestRoom.man();
            return builder.of(USERS.get(person))
                    .aged(age)
                    .wants(Math.min(oneEnd, otherEnd), Math.max(oneEnd, otherEnd) + 10)
                    .asks(asked)
                    .speaks((spoken + " " + asked).strip())
                    .since(since)
                    .ticket();
        }
    }

    /** What the scripts should do, as plainly as it can be said. */
    private static final class Model {

        private static final Comparator<WaitingTicket> ORDER = Comparator.comparingLong(WaitingTicket::joinedAtMillis)
                .thenComparing(ticket -> ticket.ticketId().toString());

        private final List<WaitingTicket> inLine = new ArrayList<>();
        private final List<WaitingTicket> away = new ArrayList<>();
        private final Map<UUID, Set<UserId>> excluded = new LinkedHashMap<>();
        private final Set<UUID> ended = new HashSet<>();
        private final Set<UUID> matched = new HashSet<>();

        String enter(WaitingTicket ticket) {
            if (ended.contains(ticket.ticketId())) {
                return "ended";
            }
            if (!inLine.contains(ticket)) {
                away.remove(ticket);
                var other = firstFit(ticket);
                if (other != null) {
                    end(ticket);
                    end(other);
                    matched.add(ticket.ticketId());
                    matched.add(other.ticketId());
                    return "matched with " + other.ticketId();
                }
                inLine.add(ticket);
                inLine.sort(ORDER);
            }
            return standing(ticket);
        }

        private @Nullable WaitingTicket firstFit(WaitingTicket ticket) {
            return inLine.stream()
                    .filter(other -> other.side() != ticket.side() && accepts(ticket, other) && accepts(other, ticket))
                    .findFirst()
                    .orElse(null);
        }

        private boolean accepts(WaitingTicket mine, WaitingTicket other) {
            var spoken = List.of(other.speaks().split(" "));
            return other.age() >= mine.ageMin()
                    && other.age() <= mine.ageMax()
                    && (mine.asked().isEmpty()
                            || List.of(mine.asked().split(" ")).stream().anyMatch(spoken::contains))
                    && !excluded.getOrDefault(mine.ticketId(), Set.of()).contains(other.userId());
        }

        void drop(WaitingTicket ticket) {
            if (inLine.remove(ticket)) {
                away.add(ticket);
            }
        }

        void end(WaitingTicket ticket) {
            inLine.remove(ticket);
            away.remove(ticket);
            ended.add(ticket.ticketId());
        }

        void exclude(WaitingTicket ticket, UserId other) {
            if (has(ticket)) {
                excluded.computeIfAbsent(ticket.ticketId(), id -> new HashSet<>())
                        .add(other);
            }
        }

        boolean has(WaitingTicket ticket) {
            return inLine.contains(ticket) || away.contains(ticket);
        }

        boolean isWaiting(WaitingTicket ticket) {
            return inLine.contains(ticket);
        }

        String standing(WaitingTicket ticket) {
            if (away.contains(ticket)) {
                return "away";
            }
            var line = inLine.stream()
                    .filter(other -> other.side() == ticket.side())
                    .toList();
            return line.contains(ticket) ? "place " + (line.indexOf(ticket) + 1) : "gone";
        }
    }
}
