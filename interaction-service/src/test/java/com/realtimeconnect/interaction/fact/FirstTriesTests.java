package com.realtimeconnect.interaction.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.common.event.Participant;
import com.realtimeconnect.common.event.interaction.InteractionEnded;
import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.outbox.Outbox;
import com.realtimeconnect.interaction.stage.OnStage;
import com.realtimeconnect.interaction.stage.Stage;
import com.realtimeconnect.test.Neighbours.Reply;
import com.realtimeconnect.test.Neighbours.Request;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/** Which ends are tried right after their commit, seen by the head start that they have in the outbox, and how. */
@OnStage
class FirstTriesTests {

    private static final String ONE = "/api/history/log-interaction";
    private static final String SEVERAL = "/internal/history/interactions";
    private static final int MANY = 200;

    private final Outbox outbox = Stage.first().bean(Outbox.class);
    private final JdbcClient jdbc = Stage.first().bean(JdbcClient.class);
    private final TransactionOperations transactions = Stage.first().bean(TransactionOperations.class);

    @Test
    void areForSomeOfManyAndTheOthersTakeTheirTurn() {
        transactions.executeWithoutResult(status -> {
            for (var fact = 0; fact < MANY; fact++) {
                publishInVain(status);
            }
            assertThat(withHeadStart()).isBetween(1, MANY / 2);
            assertThat(written()).isEqualTo(MANY);
        });
    }

    @Test
    void areGivenBackByWhatIsRolledBack() {
        for (var transaction = 0; transaction < MANY; transaction++) {
            transactions.executeWithoutResult(status -> {
                publishInVain(status);
                assertThat(withHeadStart()).isEqualTo(1);
            });
        }
    }

    @Test
    void ofThoseThatComeTogetherShareARequest() {
        var ends = Stream.generate(FirstTriesTests::end).limit(10).toList();
        publish(ends);

        await().untilAsserted(() -> assertThat(ends).allMatch(end -> waiting(end) == 0));
        assertThat(ends).allSatisfy(end -> assertThat(told(ONE, end)).hasSize(1));
        assertThat(ends.stream().flatMap(end -> told(SEVERAL, end).stream()).distinct())
                .hasSizeBetween(1, 5);
    }

    @Test
    void thatFailForOneOfThemLeaveEachToBeToldByItself() {
        var ends = Stream.generate(FirstTriesTests::end).limit(10).toList();
        var contested = ends.get(5).interactionId().toString();
        Stage.neighbours()
                .answer(
                        "POST",
                        ONE,
                        request -> request.body().contains(contested) ? new Reply(409, "{}") : Reply.ok("{}"));
        try {
            publish(ends);
            await().untilAsserted(() -> assertThat(ends).allMatch(end -> waiting(end) == 0));
        } finally {
            Stage.neighbours().answer("POST", ONE, request -> Reply.ok("{}"));
        }
        assertThat(ends).allSatisfy(end -> assertThat(told(ONE, end)).isNotEmpty());
    }

    private void publish(List<InteractionEnded> ends) {
        transactions.executeWithoutResult(status -> ends.forEach(end -> outbox.publishAtOnce(HistoryLog.NAME, end)));
    }

    private void publishInVain(TransactionStatus status) {
        outbox.publishAtOnce(HistoryLog.NAME, end());
        status.setRollbackOnly();
    }

    private static InteractionEnded end() {
        var now = Instant.now();
        return new InteractionEnded(
                InteractionId.next(),
                Stage.USUAL,
                new Participant(UserId.next(), "Ada"),
                new Participant(UserId.next(), "Ben"),
                now,
                null,
                null,
                now,
                0,
                "no-answer",
                null,
                false,
                false,
                false,
                1,
                1,
                false);
    }

    private static List<Request> told(String path, InteractionEnded end) {
        return Stage.neighbours().requests().stream()
                .filter(request -> request.path().equals(path)
                        && request.body().contains(end.interactionId().toString()))
                .toList();
    }

    private int waiting(InteractionEnded end) {
        return jdbc.sql("select count(*) from scheduled_tasks where position(convert_to(:id, 'UTF8') in task_data) > 0")
                .param("id", end.interactionId().toString())
                .query(Integer.class)
                .single();
    }

    private int withHeadStart() {
        return count("and execution_time > transaction_timestamp() + interval '1 second'");
    }

    private int written() {
        return count("");
    }

    /** Of this transaction, which alone has them. */
    private int count(String also) {
        return jdbc.sql("""
                        select count(*) from scheduled_tasks
                        where task_name = :name and xmin = pg_current_xact_id()::xid %s""".formatted(also))
                .param("name", HistoryLog.NAME)
                .query(Integer.class)
                .single();
    }
}
