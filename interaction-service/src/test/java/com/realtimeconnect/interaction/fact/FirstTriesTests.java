package com.realtimeconnect.interaction.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.common.outbox.Outbox;
import com.realtimeconnect.interaction.stage.OnStage;
import com.realtimeconnect.interaction.stage.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/** Which ends are tried right after their commit, seen by the head start that they have in the outbox. */
@OnStage
class FirstTriesTests {

    private static final int MANY = 100;

    private final Outbox outbox = Stage.first().bean(Outbox.class);
    private final JdbcClient jdbc = Stage.first().bean(JdbcClient.class);
    private final TransactionOperations transactions = Stage.first().bean(TransactionOperations.class);

    @Test
    void areForSomeOfManyAndTheOthersTakeTheirTurn() {
        transactions.executeWithoutResult(status -> {
            for (var fact = 0; fact < MANY; fact++) {
                publish(status);
            }
            assertThat(withHeadStart()).isBetween(1, MANY / 2);
            assertThat(written()).isEqualTo(MANY);
        });
    }

    @Test
    void areGivenBackByWhatIsRolledBack() {
        for (var transaction = 0; transaction < MANY; transaction++) {
            transactions.executeWithoutResult(status -> {
                publish(status);
                assertThat(withHeadStart()).isEqualTo(1);
            });
        }
    }

    private void publish(TransactionStatus status) {
        outbox.publishAtOnce(HistoryLog.NAME, Map.of("of", "nobody"));
        status.setRollbackOnly();
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
