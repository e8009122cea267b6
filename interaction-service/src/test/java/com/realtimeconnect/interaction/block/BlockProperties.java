package com.realtimeconnect.interaction.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.common.block.KeptApartException;
import com.realtimeconnect.common.directory.Person;
import com.realtimeconnect.common.event.queuing.MatchFound;
import com.realtimeconnect.common.event.queuing.MatchFound.MatchedTicket;
import com.realtimeconnect.common.event.user.UserBlocked;
import com.realtimeconnect.common.event.user.UserUnblocked;
import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.interaction.interaction.Interactions;
import com.realtimeconnect.interaction.stage.Node;
import com.realtimeconnect.interaction.stage.OnStage;
import com.realtimeconnect.interaction.stage.Stage;
import com.realtimeconnect.test.TestAccounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Blocks against everything that joins two people, at the same moment on two nodes, in random orders with known seeds. */
@OnStage
class BlockProperties {

    private static final int PAIRS = 12;

    @RepeatedTest(10)
    void nobodyIsLeftInACallWithWhomTheyBlocked(RepetitionInfo repetition) throws Exception {
        var random = new Random(repetition.getCurrentRepetition());
        var pairs = new ArrayList<Pair>();
        var doings = new ArrayList<Callable<Object>>();
        for (var number = 0; number < PAIRS; number++) {
            var pair = Pair.create();
            pairs.add(pair);
            doings.add(() -> pair.open(node(random)));
            doings.add(() -> pair.block(node(random), 1));
        }
        Collections.shuffle(doings, random);
        atOnce(doings);

        for (var pair : pairs) {
            assertThat(pair.states()).isSubsetOf("ENDED BLOCKED");
            assertThat(atOnce(List.of(() -> pair.open(node(random)))))
                    .as("and nothing is opened later")
                    .first()
                    .isInstanceOf(KeptApartException.class);
        }
    }

    /** Whatever came first, two yeses of before a block become no connection once the block is there. */
    @RepeatedTest(10)
    void noConnectionIsFormedAfterABlock(RepetitionInfo repetition) throws Exception {
        var random = new Random(100 + repetition.getCurrentRepetition());
        var pairs = new ArrayList<Pair>();
        var doings = new ArrayList<Callable<Object>>();
        for (var number = 0; number < PAIRS; number++) {
            var pair = Pair.create();
            pair.talk(node(random));
            pairs.add(pair);
            doings.add(() -> pair.keep(node(random), pair.woman));
            doings.add(() -> pair.keep(node(random), pair.man));
            doings.add(() -> pair.block(node(random), 1));
        }
        Collections.shuffle(doings, random);
        atOnce(doings);

        var formed = pairs.stream().map(Pair::connections).toList();
        for (var pair : pairs) {
            assertThat(pair.states()).containsExactly("ENDED BLOCKED");
            pair.lift(node(random), 2);
            pair.keep(node(random), pair.woman);
            pair.keep(node(random), pair.man);
        }
        assertThat(pairs.stream().map(Pair::connections).toList())
                .as("also after the block was taken back")
                .isEqualTo(formed);
    }

    /** Facts in any order, and twice: the one with the highest step decides. */
    @RepeatedTest(10)
    void factsEndInTheTruthInWhateverOrder(RepetitionInfo repetition) throws Exception {
        var random = new Random(200 + repetition.getCurrentRepetition());
        var pair = Pair.create();
        var doings = new ArrayList<Callable<Object>>();
        var steps = 2 + random.nextInt(5);
        var before = Instant.now().minusSeconds(60);
        for (var step = 1; step <= steps; step++) {
            var number = step;
            for (var times = 0; times <= random.nextInt(2); times++) {
                doings.add(
                        number % 2 == 1
                                ? () -> pair.block(node(random), number, before)
                                : () -> pair.lift(node(random), number));
            }
        }
        Collections.shuffle(doings, random);
        if (random.nextBoolean()) {
            atOnce(doings);
        } else {
            for (var doing : doings) {
                doing.call();
            }
        }
        var outcome = atOnce(List.of(() -> pair.open(node(random)))).getFirst();
        if (steps % 2 == 1) {
            assertThat(outcome).isInstanceOf(KeptApartException.class);
        } else {
            assertThat(pair.states()).containsExactly("PROPOSED null");
        }
    }

    private static Node node(Random random) {
        synchronized (random) {
            return random.nextBoolean() ? Stage.first() : Stage.second();
        }
    }

    private static List<Object> atOnce(List<Callable<Object>> doings) throws InterruptedException, ExecutionException {
        var outcomes = new ArrayList<Object>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var outcome : threads.invokeAll(
                    doings.stream().map(BlockProperties::unlessRefused).toList())) {
                outcomes.add(outcome.get());
            }
        }
        return outcomes;
    }

    private static Callable<Object> unlessRefused(Callable<Object> doing) {
        return () -> {
            try {
                return doing.call();
            } catch (ProblemException refused) {
                return refused;
            }
        };
    }

    /** Two people, and what happens to them. */
    private record Pair(Person woman, Person man, InteractionId meeting) {

        static Pair create() {
            return new Pair(person(Role.FEMALE), person(Role.MALE), InteractionId.next());
        }

        private static Person person(Role role) {
            var id = UserId.next();
            TestAccounts.insert(id.value(), role.wireName());
            return new Person(
                    id,
                    "Somebody",
                    30,
                    role,
                    "",
                    List.of(),
                    List.of(),
                    List.of(),
                    false,
                    Set.of(),
                    false,
                    false,
                    false);
        }

        Object open(Node node) {
            return node.bean(Interactions.class).open(match(InteractionId.next()), woman, man);
        }

        void talk(Node node) {
            var interactions = node.bean(Interactions.class);
            interactions.open(match(meeting), woman, man);
            interactions.connect(woman.userId(), meeting);
            interactions.mediaConnected(woman.userId(), meeting);
            interactions.mediaConnected(man.userId(), meeting);
            // Nobody has a socket here, and on a busy machine they would be missed before they are blocked.
            jdbc().sql(
                            "update interactions set presence_due_at = now() + interval '1 hour' where woman_user_id = :woman")
                    .param("woman", woman.userId().value())
                    .update();
        }

        Object keep(Node node, Person one) {
            return node.bean(Interactions.class).keep(one.userId(), meeting, true);
        }

        Object block(Node node, long step) {
            return block(node, step, Instant.now());
        }

        Object block(Node node, long step, Instant at) {
            node.bean(UserBlockedHandler.class).handle(new UserBlocked(woman.userId(), man.userId(), at, step));
            return this;
        }

        Object lift(Node node, long step) {
            node.bean(UserBlockedHandler.class)
                    .handle(new UserUnblocked(woman.userId(), man.userId(), Instant.now(), step));
            return this;
        }

        private MatchFound match(InteractionId id) {
            var now = Instant.now();
            return new MatchFound(
                    id.value(),
                    Stage.USUAL,
                    now,
                    new MatchedTicket(UUID.randomUUID(), woman.userId(), now, "hers"),
                    new MatchedTicket(UUID.randomUUID(), man.userId(), now, "his"),
                    null);
        }

        List<String> states() {
            return jdbc().sql("select state, end_reason from interactions where woman_user_id = :woman")
                    .param("woman", woman.userId().value())
                    .query((row, number) -> row.getString("state") + " " + row.getString("end_reason"))
                    .list();
        }

        long connections() {
            return jdbc().sql("select count(connection_id) from interactions where woman_user_id = :woman")
                    .param("woman", woman.userId().value())
                    .query(Long.class)
                    .single();
        }

        private static JdbcClient jdbc() {
            return Stage.first().bean(JdbcClient.class);
        }
    }
}
