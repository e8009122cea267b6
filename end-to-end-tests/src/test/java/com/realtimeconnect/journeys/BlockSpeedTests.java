package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.localstack.Stack;
import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.localstack.client.Meeting;
import com.realtimeconnect.localstack.client.Person;
import com.realtimeconnect.test.SharedStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * How long after the answer to a block the last thing of the one reaches the other, while both go on sending. Everybody's
 * sockets are on another node than the other's, and the block is told to the first.
 */
@Order(101)
class BlockSpeedTests {

    /** So many couples at once: more, and two processors measure how long frames wait for them, not how far a block is. */
    private static final int MEN = 8;

    private static final int ROUNDS = 25;

    /** Not measured: until the processes have done it a few times, they measure their compiler. */
    private static final int WARM_UP = 2;

    private static final int RACES = 64;
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Clients CLIENTS = new Clients();

    @AfterAll
    static void stop() {
        CLIENTS.close();
    }

    @Test
    void nothingReachesTheOtherASecondAfterABlock() throws Exception {
        var stack = SharedStack.withNodes(2);
        var women = people(stack, 1, ROUNDS + WARM_UP, true);
        var men = people(stack, 2, MEN, false);
        var tries = new ArrayList<BlockTry>();
        try {
            for (var round = 0; round < ROUNDS + WARM_UP; round++) {
                var pairs = new ArrayList<BlockTry>();
                for (var number = 0; number < MEN; number++) {
                    var couple = new Couple(women.get((number + round) % women.size()), men.get(number));
                    pairs.add(new BlockTry(couple, languageOf(300 + number), round % 2 == 0));
                }
                atOnce(pairs.stream()
                        .map(pair -> (Callable<Object>) pair::meetAndBlock)
                        .toList());
                if (round >= WARM_UP) {
                    tries.addAll(pairs);
                }
            }
            Awaitility.await().pollDelay(LIMIT).until(() -> true);
            var slowest = Stream.of(BlockTry.Kind.values())
                    .map(kind -> report(kind.name(), measured(tries, kind)))
                    .max(Duration::compareTo);
            assertThat(slowest.orElseThrow()).isLessThan(LIMIT);
            assertThat(tries).hasSize(MEN * ROUNDS);
        } finally {
            women.forEach(Person::close);
            men.forEach(Person::close);
        }
    }

    /** She blocks him at the very moment at which they are matched. Nothing of that match is left a second later. */
    @Test
    void noMatchOutlivesABlockThatIsMadeMeanwhile() throws Exception {
        var stack = SharedStack.withNodes(2);
        var races = new ArrayList<MatchRace>();
        try {
            for (var round = 0; round < RACES / MEN; round++) {
                var pairs = new ArrayList<MatchRace>();
                for (var number = 0; number < MEN; number++) {
                    pairs.add(new MatchRace(languageOf(MEN * round + number), number));
                }
                atOnce(pairs.stream()
                        .map(pair -> (Callable<Object>) () -> pair.run(CLIENTS, stack))
                        .toList());
                races.addAll(pairs);
            }
            Awaitility.await().pollDelay(LIMIT).until(() -> true);
            var measured = races.stream().map(MatchRace::lastAfterAnswer).toList();
            assertThat(report("MATCH", measured)).isLessThan(LIMIT);
            assertThat(races).noneMatch(MatchRace::isStillOn);
            System.out.printf(
                    "Of %d races the match was told to somebody in %d%n",
                    races.size(), races.stream().filter(MatchRace::wasTold).count());
        } finally {
            races.forEach(MatchRace::close);
        }
    }

    /** One of the codes that ISO 639-2 leaves to private use. */
    private static String languageOf(int number) {
        return "q" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
    }

    private static List<Duration> measured(List<BlockTry> tries, BlockTry.Kind kind) {
        return tries.stream().map(pair -> pair.lastAfterAnswer(kind)).toList();
    }

    private static Duration report(String what, List<Duration> measured) {
        return Delays.report("Last " + what + " after the answer to a block", measured);
    }

    private static List<Person> people(Stack stack, int node, int howMany, boolean women) throws Exception {
        var arriving = new ArrayList<Callable<Person>>();
        for (var number = 0; number < howMany; number++) {
            arriving.add(() -> {
                var at = stack.endpoints(node);
                var person = women ? Person.woman(CLIENTS, at, "Wanda") : Person.man(CLIENTS, at, "Max");
                Meeting.comeOnline(person);
                return person;
            });
        }
        return atOnce(arriving);
    }

    private static <T> List<T> atOnce(List<Callable<T>> doings) throws InterruptedException, ExecutionException {
        var outcomes = new ArrayList<T>();
        try (var threads = Executors.newFixedThreadPool(MEN)) {
            for (var outcome : threads.invokeAll(doings)) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }
}
