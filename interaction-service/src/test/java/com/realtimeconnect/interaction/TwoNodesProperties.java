package com.realtimeconnect.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.common.directory.Person;
import com.realtimeconnect.common.event.queuing.MatchFound;
import com.realtimeconnect.common.event.queuing.MatchFound.MatchedTicket;
import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.interaction.interaction.AlreadyInteractingException;
import com.realtimeconnect.interaction.interaction.Interactions;
import com.realtimeconnect.interaction.stage.OnStage;
import com.realtimeconnect.interaction.stage.Stage;
import com.realtimeconnect.test.TestAccounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
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

/** Both people's commands at the same moment on two nodes over one real database, in random orders with known seeds. */
@OnStage
class TwoNodesProperties {

    private static final int COMMANDS = 40;

    @RepeatedTest(15)
    void whateverHappensAtOnceItEndsOnceAndConsentIsNeverSkipped(RepetitionInfo repetition) throws Exception {
        var random = new Random(repetition.getCurrentRepetition());
        var woman = person(Role.FEMALE);
        var man = person(Role.MALE);
        var id = InteractionId.next();
        Stage.first().bean(Interactions.class).open(match(id, woman, man), woman, man);

        var commands = new ArrayList<Callable<Object>>();
        for (var i = 0; i < COMMANDS; i++) {
            commands.add(command(random, id, random.nextBoolean() ? woman.userId() : man.userId()));
        }
        atOnce(commands);
        Stage.second().bean(Interactions.class).end(man.userId(), id);

        var log = log(id);
        assertThat(log.stream().filter(line -> line.startsWith("ENDED"))).hasSize(1);
        assertThat(log.stream().filter(line -> line.startsWith("STARTED"))).hasSizeLessThanOrEqualTo(1);
        if (log.contains("STARTED")) {
            assertThat(log).contains("CONNECTED by " + woman.userId());
        }
        var yeses = new HashSet<String>();
        for (var line : log) {
            if (line.startsWith("VIDEO_REQUESTED") || line.startsWith("VIDEO_APPROVED")) {
                yeses.add(line.substring(line.indexOf(" by ")));
            }
            if (line.startsWith("VIDEO_APPROVED")) {
                assertThat(yeses).hasSize(2);
            } else if (line.startsWith("VIDEO_REVOKED") || line.startsWith("VIDEO_DECLINED")) {
                yeses.clear();
            }
        }
        assertThat(facts(id)).as("ends written to the outbox or delivered").isLessThanOrEqualTo(1);
    }

    @RepeatedTest(10)
    void nobodyIsInTwoInteractionsHoweverManyMatchesComeAtOnce(RepetitionInfo repetition) throws Exception {
        var random = new Random(repetition.getCurrentRepetition());
        var women = List.of(person(Role.FEMALE), person(Role.FEMALE), person(Role.FEMALE));
        var men = List.of(person(Role.MALE), person(Role.MALE), person(Role.MALE));
        var commands = new ArrayList<Callable<Object>>();
        for (var i = 0; i < 20; i++) {
            var woman = women.get(random.nextInt(3));
            var man = men.get(random.nextInt(3));
            var match = match(InteractionId.next(), woman, man);
            var node = random.nextBoolean() ? Stage.first() : Stage.second();
            commands.add(() -> node.bean(Interactions.class).open(match, woman, man));
        }
        atOnce(commands);

        var all = new ArrayList<Person>(women);
        all.addAll(men);
        for (var person : all) {
            assertThat(liveOf(person.userId())).isLessThanOrEqualTo(1);
        }
        assertThat(women.stream().mapToInt(woman -> liveOf(woman.userId())).sum())
                .isPositive();
    }

    private static Callable<Object> command(Random random, InteractionId id, UserId by) {
        var node = random.nextBoolean() ? Stage.first() : Stage.second();
        var interactions = node.bean(Interactions.class);
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> () -> interactions.connect(by, id);
            case 4, 5, 6, 7, 8, 9 -> () -> interactions.mediaConnected(by, id);
            case 10, 11 -> () -> interactions.requestVideo(by, id);
            case 12, 13 -> () -> interactions.answerVideo(by, id, true);
            case 14 -> () -> interactions.revokeVideo(by, id);
            case 15 -> () -> interactions.extend(by, id);
            case 16 -> () -> interactions.keep(by, id, true);
            case 17 -> () -> interactions.decline(by, id);
            case 18 -> () -> interactions.end(by, id);
            default -> () -> interactions.expire(id);
        };
    }

    private static void atOnce(List<Callable<Object>> commands) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var outcome : threads.invokeAll(
                    commands.stream().map(TwoNodesProperties::unlessRefused).toList())) {
                outcome.get();
            }
        }
    }

    private static Callable<Object> unlessRefused(Callable<Object> command) {
        return () -> {
            try {
                return command.call();
            } catch (ProblemException | AlreadyInteractingException refused) {
                return refused;
            }
        };
    }

    private static Person person(Role role) {
        var id = UserId.next();
        TestAccounts.insert(id.value(), role.wireName());
        return new Person(
                id, "Somebody", 30, role, "", List.of(), List.of(), List.of(), false, Set.of(), false, false, false);
    }

    private static MatchFound match(InteractionId id, Person woman, Person man) {
        var now = Instant.now();
        return new MatchFound(
                id.value(),
                Stage.USUAL,
                now,
                new MatchedTicket(UUID.randomUUID(), woman.userId(), now, "hers"),
                new MatchedTicket(UUID.randomUUID(), man.userId(), now, "his"),
                null);
    }

    private static List<String> log(InteractionId id) {
        return jdbc().sql("select action, actor from consent_log where interaction_id = :id order by entry")
                .param("id", id.value())
                .query((row, number) -> row.getString("actor") == null
                        ? row.getString("action")
                        : row.getString("action") + " by " + row.getString("actor"))
                .list();
    }

    private static int liveOf(UserId user) {
        return jdbc().sql("""
                        select count(*) from interactions
                        where state <> 'ENDED' and (woman_user_id = :user or man_user_id = :user)
                        """).param("user", user.value()).query(Integer.class).single();
    }

    /** How many accounts of this end history was or will be told. */
    private static long facts(InteractionId id) {
        return Stage.neighbours().requests().stream()
                .filter(request -> request.path().startsWith("/api/history/log-interaction")
                        && request.body().contains(id.toString()))
                .count();
    }

    private static JdbcClient jdbc() {
        return Stage.first().bean(JdbcClient.class);
    }
}
