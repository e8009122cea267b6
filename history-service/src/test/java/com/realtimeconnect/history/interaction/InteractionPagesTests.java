package com.realtimeconnect.history.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.common.page.Cursor;
import com.realtimeconnect.history.HistoryTest;
import com.realtimeconnect.history.TestPerson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page costs, told by what the database itself counts: blocks read. */
@HistoryTest
class InteractionPagesTests {

    private static final Logger LOG = LoggerFactory.getLogger(InteractionPagesTests.class);
    private static final int ROWS = 51_000;
    private static final int PAGE = 50;

    private final JdbcClient jdbc;
    private final InteractionLogRepository repository;
    private final MonthlyPartitions partitions;

    InteractionPagesTests(JdbcClient jdbc, InteractionLogRepository repository, MonthlyPartitions partitions) {
        this.jdbc = jdbc;
        this.repository = repository;
        this.partitions = partitions;
    }

    @Test
    void costTheSameAtTheThousandthAsAtTheFirst() {
        var man = TestPerson.man("Busy");
        var woman = TestPerson.woman("Busy");
        for (int month = 1; month <= 7; month++) {
            partitions.cover(Instant.parse("2023-0%d-10T00:00:00Z".formatted(month)));
        }
        fill(woman, "female", man);
        fill(man, "male", woman);
        jdbc.sql("analyze logged_interactions").update();

        for (var person : List.of(woman, man)) {
            var firstBlocks = blocksOf(person, null);
            var lastBlocks = blocksOf(person, cursorOfPage(person, 1000));
            LOG.info(
                    "A page of {}: page 1 reads {} blocks, page 1000 reads {}", person.role(), firstBlocks, lastBlocks);
            assertThat(firstBlocks).isBetween(1L, 200L);
            assertThat(lastBlocks).isBetween(1L, firstBlocks + 2);
        }
    }

    @Test
    void readOnlyTheMonthsThatTheyAreIn() {
        var person = TestPerson.man("Once");
        partitions.cover(Instant.parse("2023-01-10T00:00:00Z"));
        partitions.cover(Instant.parse("2023-02-10T00:00:00Z"));
        var filter = new InteractionFilter(Instant.parse("2023-01-01T00:00:00Z"), null, null, null);
        var cursor = Cursor.of(Instant.parse("2023-01-15T00:00:00Z"), UUID.randomUUID());
        var plan = explain(PageQuery.of(person.id(), filter, cursor, PAGE)).toString();
        assertThat(plan).contains("logged_interactions_2023_01").doesNotContain("logged_interactions_2023_02");
    }

    private void fill(TestPerson person, String side, TestPerson peer) {
        jdbc.sql("""
                        insert into logged_interactions (
                          interaction_id, user_id, side, peer_id, peer_name, intent, proposed_at, ended_at,
                          duration_seconds, wait_seconds, end_reason, shown_reason,
                          video, video_requested, video_approved, kept)
                        select uuidv7(), :person, :side, :peer, 'Peer', 'casual', t, t, 0, 0,
                          'no-answer', 'no-answer', false, false, false, false
                        from (select timestamptz '2023-01-01 00:00Z' + n * interval '5 minutes' as t
                          from generate_series(1, :rows) as n)""")
                .param("person", person.id().value())
                .param("side", side)
                .param("peer", peer.id().value())
                .param("rows", ROWS)
                .update();
    }

    /** The cursor with which the client asks for this page. */
    private Cursor cursorOfPage(TestPerson person, int page) {
        return jdbc.sql("""
                        select ended_at, interaction_id from logged_interactions where user_id = :person
                        order by ended_at desc, interaction_id desc offset :before limit 1""")
                .param("person", person.id().value())
                .param("before", (page - 1) * PAGE - 1)
                .query((row, number) -> Cursor.of(
                        row.getObject("ended_at", OffsetDateTime.class).toInstant(),
                        row.getObject("interaction_id", UUID.class)))
                .single();
    }

    private long blocksOf(TestPerson person, @Nullable Cursor cursor) {
        var query = PageQuery.of(person.id(), InteractionFilter.ANY, cursor, PAGE + 1);
        assertThat(repository.find(query)).hasSize(PAGE + 1);
        var plan = explain(query);
        return plan.path("Shared Hit Blocks").asLong()
                + plan.path("Shared Read Blocks").asLong();
    }

    private JsonNode explain(PageQuery query) {
        var explained = jdbc.sql("explain (analyze, buffers, format json) " + query.sql())
                .params(query.values())
                .query(String.class)
                .single();
        return JsonMapper.shared().readTree(explained).path(0).path("Plan");
    }
}
