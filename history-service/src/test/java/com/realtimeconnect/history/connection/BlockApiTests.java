package com.realtimeconnect.history.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.history.HistoryApi;
import com.realtimeconnect.history.HistoryApi.Reply;
import com.realtimeconnect.history.HistoryNeighbours;
import com.realtimeconnect.history.HistoryTest;
import com.realtimeconnect.history.Meeting;
import com.realtimeconnect.history.TestPerson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a block does to two people's connection and history; Ada blocks Ben. */
@HistoryTest
class BlockApiTests {

    private static final String BLOCKS = "/internal/blocks";
    private static final String LIFTED = "/internal/blocks/lifted";

    private final HistoryApi api;
    private final JdbcClient jdbc;
    private TestPerson ada = TestPerson.woman("Ada");
    private TestPerson ben = TestPerson.man("Ben");

    BlockApiTests(@LocalServerPort int port, JdbcClient jdbc) {
        this.api = new HistoryApi(port);
        this.jdbc = jdbc;
    }

    @BeforeEach
    void meetNewPeople() {
        ada = TestPerson.woman("Ada");
        ben = TestPerson.man("Ben");
    }

    @AfterEach
    void letCommunicationAnswerAgain() {
        HistoryNeighbours.closeRoomsWith(204);
    }

    @Test
    void removesTheirConnectionAsARemovalDoes() {
        var carl = TestPerson.man("Carl");
        var removed = connected(ada, carl);
        var blocked = connected(ada, ben);
        api.delete(ada.token(), "/api/history/connections/" + removed.connectionId());
        assertThat(block(1).status()).isEqualTo(204);

        assertThat(api.connectionsOf(ada).items()).isEmpty();
        assertThat(seenBy(ben, blocked)).isEqualTo(seenBy(carl, removed));
        assertThat(api.get(HistoryApi.SERVICE, "/api/history/connections/between/" + ben.id() + "/" + ada.id())
                        .status())
                .isEqualTo(404);
        for (var person : List.of(ada, ben)) {
            assertThat(peersOf(person).body().path("peers")).isEmpty();
        }
    }

    @Test
    void closesTheirRoomAndHidesItFromWhoWasBlocked() {
        var meeting = connected(ada, ben);
        block(1);
        block(1);
        await().until(() -> !HistoryNeighbours.closingsOf(meeting.roomId()).isEmpty());
        await().during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(HistoryNeighbours.closingsOf(meeting.roomId()))
                        .containsExactly("{\"reason\":\"blocked\",\"hiddenFrom\":[\"" + ben.id() + "\"]}"));
    }

    @Test
    void doesNotInsistOnARoomThatWasNeverOpened() {
        HistoryNeighbours.closeRoomsWith(404);
        var meeting = connected(ada, ben);
        block(1);
        await().until(() -> HistoryNeighbours.closingsOf(meeting.roomId()).size() == 1);
        await().during(Duration.ofSeconds(3))
                .until(() -> HistoryNeighbours.closingsOf(meeting.roomId()).size() == 1);
    }

    @Test
    void showsTheOtherOneAHangUp() {
        var meeting = Meeting.of(ada, ben)
                .with("endReason", "blocked")
                .with("endedBy", ada.id().toString());
        api.log(meeting);
        block(1);
        var his = api.interactionsOf(ben).item(0);
        assertThat(his.path("endReason").asString()).isEqualTo("hang-up");
        assertThat(his.path("peer").path("displayName").asString()).isEqualTo("Ada");
        assertThat(his.path("kept").asBoolean()).isFalse();
        assertThat(api.interactionsOf(ada).item(0).path("endReason").asString()).isEqualTo("blocked");
        var summary = api.get(ben.token(), "/api/history/summary").body();
        assertThat(summary.path("calls").asInt()).isEqualTo(1);
        assertThat(summary.path("kept").asInt()).isZero();
    }

    @Test
    void refusesALateConnectionForGood() {
        var late = Meeting.of(ada, ben);
        api.log(late);
        var block = fact(ada, ben, 1);
        api.post(HistoryApi.SERVICE, BLOCKS, block);
        for (var attempt = 0; attempt < 2; attempt++) {
            var refused = api.connect(late);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("kept-apart");
        }
        assertThat(lift(2).status()).isEqualTo(204);
        assertThat(api.connect(late).code()).as("what they had stays over").isEqualTo("kept-apart");
        assertThat(api.interactionsOf(ada).item(0).path("kept").asBoolean()).isFalse();

        var again = Meeting.of(ada, ben);
        assertThat(api.connect(again).status()).isEqualTo(201);
        assertThat(api.post(HistoryApi.SERVICE, BLOCKS, block).status()).isEqualTo(204);
        assertThat(api.connectionsOf(ada).items())
                .as("an old fact told again does not touch what began later")
                .hasSize(1);
    }

    @Test
    void refusesToRepeatAConnectionThatABlockEnded() {
        var meeting = connected(ada, ben);
        block(1);
        assertThat(api.connect(meeting).code()).isEqualTo("kept-apart");
    }

    @Test
    void removesWhatWasThereBeforeThoughItsEndIsHeardOfFirst() {
        connected(ada, ben);
        lift(2);
        assertThat(api.connectionsOf(ada).items()).hasSize(1);
        block(1);
        assertThat(api.connectionsOf(ada).items()).isEmpty();
        var again = Meeting.of(ada, ben).at(Instant.now().plusMillis(50));
        assertThat(api.connect(again).status()).isEqualTo(201);
    }

    @Test
    void isInForceWhileEitherOfThemWantsIt() {
        block(1);
        api.post(HistoryApi.SERVICE, BLOCKS, fact(ben, ada, 2));
        lift(3);
        assertThat(api.connect(Meeting.of(ada, ben)).code()).isEqualTo("kept-apart");
    }

    /** Formed and blocked at the same moment: whichever was first, nothing is left open. */
    @RepeatedTest(5)
    void leavesNothingOpenWhateverComesFirst() throws Exception {
        var doings = new ArrayList<Callable<Object>>();
        var women = new ArrayList<String>();
        for (var number = 0; number < 10; number++) {
            var woman = TestPerson.woman("Eve");
            var man = TestPerson.man("Kim");
            women.add(woman.id().toString());
            doings.add(() -> api.connect(Meeting.of(woman, man)));
            doings.add(() -> api.post(HistoryApi.SERVICE, BLOCKS, fact(man, woman, 1)));
        }
        try (var executor = Executors.newFixedThreadPool(8)) {
            for (var done : executor.invokeAll(doings)) {
                done.get();
            }
        }
        assertThat(jdbc.sql("""
                                select count(*) from history.connections
                                where removed_at is null and woman_id::text in (:women)
                                """).param("women", women).query(Long.class).single())
                .isZero();
    }

    @Test
    void listensToOurServicesOnly() {
        for (var path : List.of(BLOCKS, LIFTED)) {
            assertThat(api.post(ada.token(), path, fact(ada, ben, 1)).status()).isEqualTo(403);
            assertThat(api.post("", path, fact(ada, ben, 1)).status()).isEqualTo(401);
            assertThat(api.post(HistoryApi.SERVICE, path, "{\"step\":1}").field())
                    .isEqualTo("at");
            assertThat(api.post(HistoryApi.SERVICE, path, fact(ada, ben, 0)).field())
                    .isEqualTo("step");
        }
    }

    private Meeting connected(TestPerson woman, TestPerson man) {
        var meeting = Meeting.of(woman, man);
        assertThat(api.connect(meeting).status()).isEqualTo(201);
        return meeting;
    }

    /** All that somebody can ask for when a connection of theirs is over. */
    private List<String> seenBy(TestPerson person, Meeting meeting) {
        var path = "/api/history/connections/" + meeting.connectionId();
        return List.of(
                api.connectionsOf(person).body().toString(),
                Integer.toString(api.delete(person.token(), path).status()),
                api.interactionsOf(person).body().toString(),
                api.get(person.token(), "/api/history/summary").body().toString());
    }

    private Reply peersOf(TestPerson person) {
        return api.get(HistoryApi.SERVICE, "/internal/history/connections/" + person.id() + "/peers");
    }

    private Reply block(long step) {
        return api.post(HistoryApi.SERVICE, BLOCKS, fact(ada, ben, step));
    }

    private Reply lift(long step) {
        return api.post(HistoryApi.SERVICE, LIFTED, fact(ada, ben, step));
    }

    private static Map<String, Object> fact(TestPerson by, TestPerson whom, long step) {
        return Map.of(
                "blocker",
                by.id().toString(),
                "blocked",
                whom.id().toString(),
                "at",
                Instant.now().toString(),
                "step",
                step);
    }
}
