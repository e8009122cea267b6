package com.realtimeconnect.history.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.history.HistoryApi;
import com.realtimeconnect.history.HistoryTest;
import com.realtimeconnect.history.Meeting;
import com.realtimeconnect.history.TestPerson;
import com.realtimeconnect.test.MutableClock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@HistoryTest
class MonthlyPartitionsTests {

    private final HistoryApi api;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final MonthlyPartitions partitions;

    MonthlyPartitionsTests(
            @LocalServerPort int port,
            JdbcClient jdbc,
            TransactionOperations transaction,
            MonthlyPartitions partitions) {
        this.api = new HistoryApi(port);
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.partitions = partitions;
    }

    @Test
    void areThereForThisMonthAndThreeMoreAfterStart() {
        var month = YearMonth.from(Instant.now().atOffset(ZoneOffset.UTC));
        assertThat(partitions.months()).contains(month, month.plusMonths(1), month.plusMonths(2), month.plusMonths(3));
    }

    @Test
    void areMadeAheadOverTheTurnOfAYear() {
        var later =
                new MonthlyPartitions(jdbc, transaction, MutableClock.at(Instant.parse("2031-12-31T23:59:59.999Z")));
        later.coverAhead();
        assertThat(partitions.months()).contains(YearMonth.of(2031, 12), YearMonth.of(2032, 3));
    }

    @Test
    void areMadeOnceWhenManyNodesNoticeAtOnce() throws Exception {
        var month = Instant.parse("2022-02-15T00:00:00Z");
        var work = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 8; i++) {
            work.add(() -> {
                partitions.cover(month);
                return true;
            });
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : executor.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(partitions.months()).containsOnlyOnce(YearMonth.of(2022, 2));
    }

    @Test
    void takeAnEntryOfAMonthThatNobodyExpected() {
        var ada = TestPerson.woman("Ada");
        var meeting = Meeting.of(ada, TestPerson.man("Ben")).at(Instant.parse("2021-06-30T23:59:59.999Z"));
        assertThat(partitions.months()).doesNotContain(YearMonth.of(2021, 6));
        assertThat(api.log(meeting).status()).isEqualTo(201);
        assertThat(jdbc.sql("select tableoid::regclass::text from logged_interactions where interaction_id = ?")
                        .param(meeting.uuid())
                        .query(String.class)
                        .list())
                .containsExactly("logged_interactions_2021_06", "logged_interactions_2021_06");
    }

    @Test
    void stayForTheNextRunWhileTheyAreInUse() {
        partitions.cover(Instant.parse("2020-02-15T00:00:00Z"));
        var march = Instant.parse("2020-03-01T00:00:00Z");
        transaction.executeWithoutResult(status -> {
            jdbc.sql("lock table logged_interactions_2020_02 in access share mode")
                    .update();
            assertThat(inAnotherThread(() -> partitions.dropEndedBefore(march))).isZero();
        });
        assertThat(partitions.months()).contains(YearMonth.of(2020, 2));
        assertThat(partitions.dropEndedBefore(march.minusMillis(1))).isZero();
        assertThat(partitions.dropEndedBefore(march)).isEqualTo(1);
        assertThat(partitions.months()).doesNotContain(YearMonth.of(2020, 2));
    }

    private static <T> T inAnotherThread(Callable<T> work) {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.submit(work).get();
        } catch (InterruptedException | ExecutionException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void haveTheIndexesAndKeysOfTheLog() {
        var month =
                "logged_interactions_" + Instant.now().atOffset(ZoneOffset.UTC).getYear();
        assertThat(jdbc.sql("select count(*) from pg_indexes where tablename like ? || '%'")
                        .param(month)
                        .query(Integer.class)
                        .single())
                .isPositive()
                .isEqualTo(4
                        * jdbc.sql("select count(*) from pg_tables where tablename like ? || '%'")
                                .param(month)
                                .query(Integer.class)
                                .single());
        assertThat(jdbc.sql("""
                                select count(*) from pg_constraint
                                where contype = 'f' and conrelid::regclass::text like ? || '%'""").param(month).query(Integer.class).single()).isPositive();
    }
}
