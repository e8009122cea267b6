package com.realtimeconnect.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.realtime.UserRelay;
import com.realtimeconnect.interaction.interaction.EndReason;
import com.realtimeconnect.interaction.interaction.InteractionState;
import com.realtimeconnect.interaction.interaction.Interactions;
import com.realtimeconnect.interaction.stage.Couple;
import com.realtimeconnect.interaction.stage.OnStage;
import com.realtimeconnect.interaction.stage.Stage;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnStage
class DeadlineTests {

    private static final int ROUNDS = 3;

    /**
     * The reaper alone would be late by half a second on average. One good round is enough: other tests run beside this.
     */
    @Test
    void keepsADeadlineToTheMoment() {
        var rounds = new ArrayList<List<Duration>>();
        do {
            rounds.add(latenessOfThree());
        } while (!isToTheMoment(rounds.getLast()) && rounds.size() < ROUNDS);
        assertThat(rounds).anyMatch(DeadlineTests::isToTheMoment);
    }

    private static boolean isToTheMoment(List<Duration> late) {
        return late.get(1).toMillis() < 250 && late.getLast().toMillis() < 1_000;
    }

    private static List<Duration> latenessOfThree() {
        try (var one = Couple.inAHurry().active();
                var another = Couple.inAHurry().active();
                var third = Couple.inAHurry().active()) {
            return Stream.of(one, another, third)
                    .map(DeadlineTests::lateness)
                    .sorted()
                    .toList();
        }
    }

    /** How much later than promised both were told, by the time at which it was carried out. */
    private static Duration lateness(Couple couple) {
        couple.hers().awaitEvent("call-ended");
        return Stage.first()
                .bean(JdbcClient.class)
                .sql("""
                        select extract(epoch from l.written_at - i.ends_at) from consent_log l
                        join interactions i on i.id = l.interaction_id
                        where i.id = :id and l.action = 'ENDED'
                        """)
                .param("id", couple.interactionId())
                .query((row, number) -> Duration.ofMillis(Math.round(row.getDouble(1) * 1_000)))
                .single();
    }

    /** A deadline that no timer of any node knows of, as after the death of the node that set it. */
    @Test
    void endsACallWhoseTimerDiedWithItsNode() {
        try (var couple = Couple.onTwoNodes().active()) {
            var over = Instant.now().plusMillis(500);
            sql("update interactions set ends_at = :at, next_deadline = :at where id = :id", couple, over);

            var ended = couple.his().awaitEvent("call-ended");

            assertThat(ended.path("reason").asString()).isEqualTo("completed");
            assertThat(ends(couple)).isEqualTo(1);
        }
    }

    /** Whoever was on a node that died is missed though no socket of theirs was ever seen to close. */
    @Test
    void missesThoseWhoseNodeDied() {
        try (var couple = Couple.onTwoNodes().matched()) {
            var interactions = Stage.first().bean(Interactions.class);
            var id = new InteractionId(couple.interactionId());
            var woman = new UserId(couple.woman.id());
            var man = new UserId(couple.man.id());
            couple.his().drop();
            await().until(() -> !Stage.first().bean(UserRelay.class).isConnected(man));
            interactions.connect(woman, id);
            interactions.mediaConnected(woman, id);
            interactions.mediaConnected(man, id);

            couple.hers().awaitEvent("peer-reconnecting");

            assertThat(interactions.find(id).orElseThrow().state()).isEqualTo(InteractionState.RECONNECTING);
        }
    }

    /** An old note that somebody is away must not end the call of somebody who is there. */
    @Test
    void doesNotLoseSomebodyWhoIsThere() {
        try (var couple = Couple.inAHurry().active()) {
            var interactions = Stage.quick().bean(Interactions.class);
            var id = new InteractionId(couple.interactionId());
            sql(
                    "update interactions set presence_due_at = :at where id = :id",
                    couple,
                    Instant.now().plusSeconds(60));
            interactions.lose(new UserId(couple.man.id()), id);
            couple.hers().awaitEvent("peer-reconnecting");

            couple.hers().awaitEvent("call-ended");

            assertThat(interactions.find(id).orElseThrow().endReason()).isEqualTo(EndReason.COMPLETED);
        }
    }

    private static void sql(String statement, Couple couple, Instant at) {
        Stage.first()
                .bean(JdbcClient.class)
                .sql(statement)
                .param("at", Timestamp.from(at))
                .param("id", couple.interactionId())
                .update();
    }

    private static int ends(Couple couple) {
        return Stage.first()
                .bean(JdbcClient.class)
                .sql("select count(*) from consent_log where interaction_id = :id and action = 'ENDED'")
                .param("id", couple.interactionId())
                .query(Integer.class)
                .single();
    }
}
