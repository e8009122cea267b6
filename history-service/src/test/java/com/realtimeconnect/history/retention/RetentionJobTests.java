package com.realtimeconnect.history.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.history.HistoryApi;
import com.realtimeconnect.history.HistoryTest;
import com.realtimeconnect.history.Meeting;
import com.realtimeconnect.history.TestPerson;
import com.realtimeconnect.history.connection.Connections;
import com.realtimeconnect.history.interaction.InteractionLog;
import com.realtimeconnect.history.interaction.InteractionReports;
import com.realtimeconnect.test.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries of the year 2025, and the job with a clock of its own. */
@HistoryTest
class RetentionJobTests {

    private static final Instant END = Instant.parse("2025-06-15T12:00:00Z");
    private static final Duration ANONYMIZE = Duration.ofDays(90);
    private static final Duration DELETE = Duration.ofDays(365);

    private final HistoryApi api;
    private final JdbcClient jdbc;
    private final InteractionLog log;
    private final MutableClock clock = MutableClock.at(END);
    private final RetentionJob job;
    private TestPerson ada = TestPerson.woman("Ada");
    private TestPerson ben = TestPerson.man("Ben");

    RetentionJobTests(
            @LocalServerPort int port,
            JdbcClient jdbc,
            InteractionLog log,
            InteractionReports reports,
            Connections connections) {
        this.api = new HistoryApi(port);
        this.jdbc = jdbc;
        this.log = log;
        var properties = new RetentionProperties(ANONYMIZE, DELETE, 3, Duration.ofHours(1));
        this.job = new RetentionJob(log, reports, connections, properties, clock);
    }

    @BeforeEach
    void meetNewPeople() {
        ada = TestPerson.woman("Ada");
        ben = TestPerson.man("Ben");
    }

    private Meeting logged(Instant end) {
        var meeting = Meeting.of(ada, ben).at(end);
        assertThat(api.log(meeting).status()).isEqualTo(201);
        return meeting;
    }

    @Test
    void forgetsWhoTheOtherWasInTime() {
        var meeting = logged(END);
        clock.set(END.plus(ANONYMIZE));
        job.run();
        assertThat(api.interactionsOf(ada)
                        .item(0)
                        .path("peer")
                        .path("displayName")
                        .asString())
                .as("not a moment early")
                .isEqualTo("Ben");

        clock.advance(Duration.ofMillis(1));
        job.run();
        for (var person : new TestPerson[] {ada, ben}) {
            var entry = api.interactionsOf(person).item(0);
            assertThat(entry.path("peer")).hasToString("{\"erased\":true}");
            assertThat(entry.path("interactionId").asString()).isEqualTo(meeting.id());
            assertThat(entry.path("durationSeconds").asInt()).isEqualTo(180);
        }
        assertThat(jdbc.sql("select count(*) from logged_interactions where user_id = ? and peer_name is not null")
                        .param(ada.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(api.log(meeting).status())
                .as("a late repeat brings nothing back")
                .isEqualTo(200);
        assertThat(api.interactionsOf(ada).item(0).path("peer").path("erased").asBoolean())
                .isTrue();
    }

    @Test
    void deletesInTimeFromAMonthThatStays() {
        logged(END);
        var younger = logged(END.plus(Duration.ofDays(1)));
        clock.set(END.plus(DELETE));
        job.run();
        assertThat(api.interactionsOf(ada).items()).as("not a moment early").hasSize(2);

        clock.advance(Duration.ofMillis(1));
        job.run();
        assertThat(api.interactionsOf(ada).items()).hasSize(1);
        assertThat(api.interactionsOf(ada).item(0).path("interactionId").asString())
                .isEqualTo(younger.id());
        assertThat(partitions()).contains("logged_interactions_2025_06");
    }

    @Test
    void dropsMonthsThatAreOverAsAWhole() {
        logged(Instant.parse("2025-04-30T23:59:59.999Z"));
        logged(Instant.parse("2025-05-01T00:00:00Z"));
        clock.set(Instant.parse("2025-05-01T00:00:00Z").plus(DELETE));
        job.run();
        assertThat(partitions()).doesNotContain("logged_interactions_2025_04").contains("logged_interactions_2025_05");
        assertThat(api.interactionsOf(ada).items()).hasSize(1);
        assertThat(api.interactionsOf(ada).item(0).path("endedAt").asString()).isEqualTo("2025-05-01T00:00:00.000Z");
    }

    @Test
    void worksInBatchesUntilAllIsDone() {
        for (int i = 0; i < 5; i++) {
            logged(END.plusSeconds(i));
        }
        var before = END.plusSeconds(60);
        job.run(); // what other tests left
        assertThat(log.anonymize(before, 3)).as("never more than a batch").isEqualTo(3);
        clock.set(before.plus(ANONYMIZE));
        job.run();
        assertThat(api.interactionsOf(ada).items())
                .hasSize(5)
                .allSatisfy(
                        entry -> assertThat(entry.path("peer").path("erased").asBoolean())
                                .isTrue());
        assertThat(log.anonymize(before, 3)).isZero();

        assertThat(log.delete(before, 3)).isEqualTo(3);
        clock.set(before.plus(DELETE));
        job.run();
        assertThat(api.interactionsOf(ada).items()).isEmpty();
    }

    @Test
    void forgetsReceiptsAndRemovedConnectionsAYearAfter() {
        var meeting = logged(Instant.now());
        api.connect(meeting);
        var open = Meeting.of(TestPerson.woman("Cleo"), ben);
        api.connect(open);
        api.delete(ada.token(), "/api/history/connections/" + meeting.connectionId());

        clock.set(Instant.now().plus(DELETE).minusSeconds(60));
        job.run();
        assertThat(count("interaction_receipts where interaction_id = ?", meeting.uuid()))
                .isEqualTo(1);
        assertThat(count("connections where woman_id = ?", ada.id().value())).isEqualTo(1);

        clock.set(Instant.now().plus(DELETE).plusSeconds(60));
        job.run();
        assertThat(count("interaction_receipts where interaction_id = ?", meeting.uuid()))
                .isZero();
        assertThat(count("connections where woman_id = ?", ada.id().value())).isZero();
        assertThat(api.connectionsOf(ben).items()).as("an open one stays").hasSize(1);
    }

    @Test
    void forgetsReportsAYearAfterTheyWereMade() {
        var report = new UUID(7, 7);
        api.post(
                HistoryApi.SERVICE,
                "/internal/history/reports",
                Map.of("interactionId", report.toString(), "reporter", ada.id().toString()));
        clock.set(Instant.now().plus(DELETE).minusSeconds(60));
        job.run();
        assertThat(count("interaction_reports where interaction_id = ?", report))
                .isEqualTo(1);
        clock.set(Instant.now().plus(DELETE).plusSeconds(60));
        job.run();
        assertThat(count("interaction_reports where interaction_id = ?", report))
                .isZero();
    }

    private int count(String what, UUID id) {
        return jdbc.sql("select count(*) from " + what)
                .param(id)
                .query(Integer.class)
                .single();
    }

    private List<String> partitions() {
        return jdbc.sql("select inhrelid::regclass::text as name from pg_inherits"
                        + " where inhparent = 'logged_interactions'::regclass")
                .query((row, number) -> row.getString("name"))
                .list();
    }
}
