package com.realtimeconnect.history.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.history.HistoryApi;
import com.realtimeconnect.history.HistoryNeighbours;
import com.realtimeconnect.history.HistoryTest;
import com.realtimeconnect.history.Meeting;
import com.realtimeconnect.history.TestPerson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HistoryTest
class ConnectionApiTests {

    private static final String CONNECTIONS = "/api/history/connections";

    private final HistoryApi api;
    private TestPerson ada = TestPerson.woman("Ada");
    private TestPerson ben = TestPerson.man("Ben");

    ConnectionApiTests(@LocalServerPort int port) {
        api = new HistoryApi(port);
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
    void showsAConnectionToBoth() {
        var meeting = Meeting.of(ada, ben).at(Instant.parse("2026-03-01T10:00:00Z"));
        api.log(meeting);
        meeting.withConnection("since", "2026-03-01T10:00:30.5Z");
        var formed = api.connect(meeting);

        assertThat(formed.status()).isEqualTo(201);
        assertThat(formed.body()).hasToString("""
                {"connectionId":"%s","roomId":"%s","since":"2026-03-01T10:00:30.500Z"}""".formatted(meeting.connectionId(), meeting.roomId()));
        assertThat(api.connectionsOf(ada).body())
                .hasToString("""
                {"items":[{"connectionId":"%s","roomId":"%s",\
                "peer":{"userId":"%s","displayName":"Ben"},"since":"2026-03-01T10:00:30.500Z",\
                "lastInteractionAt":"2026-03-01T10:00:00.000Z"}],"nextCursor":null}""".formatted(meeting.connectionId(), meeting.roomId(), ben.id()));
        assertThat(api.connectionsOf(ben)
                        .item(0)
                        .path("peer")
                        .path("displayName")
                        .asString())
                .isEqualTo("Ada");
    }

    @Test
    void formsTheSameOnceAndRefusesAnother() {
        var meeting = Meeting.of(ada, ben);
        assertThat(api.connect(meeting).status()).isEqualTo(201);
        assertThat(api.connect(meeting).status()).isEqualTo(200);

        for (var field : new String[] {"connectionId", "roomId"}) {
            var before = meeting.connectionFormed().get(field);
            var conflict =
                    api.connect(meeting.withConnection(field, Uuids.next().toString()));
            assertThat(conflict.status()).as(field).isEqualTo(409);
            assertThat(conflict.code()).isEqualTo("conflicting-connection");
            meeting.withConnection(field, before);
        }
        var stranger = TestPerson.man("Stranger");
        assertThat(api.connect(Meeting.of(ada, stranger).withConnection("roomId", meeting.roomId()))
                        .status())
                .as("a room belongs to one connection")
                .isEqualTo(409);
        assertThat(api.connectionsOf(ada).items()).hasSize(1);
    }

    @Test
    void formsOneWhenTheSameArrivesManyTimesAtOnce() throws Exception {
        var meeting = Meeting.of(ada, ben);
        var answers = new ArrayList<Integer>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 12; i++) {
                work.add(() -> api.connect(meeting).status());
            }
            for (var answer : executor.invokeAll(work)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 200);
    }

    @Test
    void marksTheInteractionKeptWhicheverComesFirst() {
        var loggedFirst = Meeting.of(ada, ben);
        api.log(loggedFirst);
        assertThat(api.interactionsOf(ada).item(0).path("kept").asBoolean()).isFalse();
        api.connect(loggedFirst);
        assertThat(api.interactionsOf(ada).item(0).path("kept").asBoolean()).isTrue();
        assertThat(api.interactionsOf(ben).item(0).path("kept").asBoolean()).isTrue();

        var cleo = TestPerson.woman("Cleo");
        var connectedFirst = Meeting.of(cleo, ben);
        api.connect(connectedFirst);
        assertThat(api.interactionsOf(cleo).items()).isEmpty();
        assertThat(api.log(connectedFirst).status()).isEqualTo(201);
        assertThat(api.log(connectedFirst).status()).isEqualTo(200);
        assertThat(api.interactionsOf(cleo).item(0).path("kept").asBoolean()).isTrue();
    }

    @Test
    void marksTheInteractionKeptWhenBothArriveAtOnce() throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 15; i++) {
                var woman = TestPerson.woman("W" + i);
                var meeting = Meeting.of(woman, ben).withConnection("since", "2026-01-01T00:00:00Z");
                var answers = executor.invokeAll(java.util.List.<Callable<Integer>>of(
                        () -> api.log(meeting).status(),
                        () -> api.connect(meeting).status()));
                for (var answer : answers) {
                    assertThat(answer.get()).isEqualTo(201);
                }
                assertThat(api.interactionsOf(woman).item(0).path("kept").asBoolean())
                        .isTrue();
                assertThat(Instant.parse(api.connectionsOf(woman)
                                .item(0)
                                .path("lastInteractionAt")
                                .asString()))
                        .isEqualTo(meeting.endedAt());
            }
        }
    }

    @Test
    void knowsWhenTheyLastMet() {
        var first = Meeting.of(ada, ben)
                .at(Instant.parse("2026-03-01T10:00:00Z"))
                .withConnection("since", "2026-03-01T10:05:00Z");
        api.connect(first);
        assertThat(lastInteraction()).as("not logged yet").isEqualTo("2026-03-01T10:05:00.000Z");
        api.log(first);
        assertThat(lastInteraction()).isEqualTo("2026-03-01T10:00:00.000Z");
        api.log(Meeting.of(ada, ben).at(Instant.parse("2026-03-03T10:00:00Z")));
        assertThat(lastInteraction()).isEqualTo("2026-03-03T10:00:00.000Z");
        api.log(Meeting.of(ada, ben).at(Instant.parse("2026-03-02T10:00:00Z")));
        assertThat(lastInteraction()).as("an older one, told late").isEqualTo("2026-03-03T10:00:00.000Z");
    }

    private String lastInteraction() {
        return api.connectionsOf(ada).item(0).path("lastInteractionAt").asString();
    }

    @Test
    void removesForBothSilentlyAndClosesTheRoomOnce() {
        var meeting = Meeting.of(ada, ben);
        api.connect(meeting);
        var path = CONNECTIONS + "/" + meeting.connectionId();

        assertThat(api.delete(ada.token(), path).status()).isEqualTo(204);
        assertThat(api.delete(ada.token(), path).status()).isEqualTo(204);
        assertThat(api.delete(ben.token(), path).status()).isEqualTo(204);
        assertThat(api.connectionsOf(ada).items()).isEmpty();
        assertThat(api.connectionsOf(ben).items()).isEmpty();
        assertThat(between(ada, ben).status()).isEqualTo(404);

        await().until(() -> !HistoryNeighbours.closingsOf(meeting.roomId()).isEmpty());
        await().during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(HistoryNeighbours.closingsOf(meeting.roomId()))
                        .containsExactly("{\"reason\":\"removed\"}"));
    }

    @Test
    void closesTheRoomAfterCommunicationIsBack() {
        var meeting = Meeting.of(ada, ben);
        api.connect(meeting);
        HistoryNeighbours.closeRoomsWith(503);
        assertThat(api.delete(ben.token(), CONNECTIONS + "/" + meeting.connectionId())
                        .status())
                .as("removing does not wait for communication")
                .isEqualTo(204);
        await().until(() -> !HistoryNeighbours.closingsOf(meeting.roomId()).isEmpty());

        HistoryNeighbours.closeRoomsWith(204);
        await().until(() -> HistoryNeighbours.closingsOf(meeting.roomId()).size() > 1);
    }

    @Test
    void removesOnceWhenBothDoAtOnce() throws Exception {
        var meeting = Meeting.of(ada, ben);
        api.connect(meeting);
        var path = CONNECTIONS + "/" + meeting.connectionId();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 8; i++) {
                var person = i % 2 == 0 ? ada : ben;
                work.add(() -> api.delete(person.token(), path).status());
            }
            for (var answer : executor.invokeAll(work)) {
                assertThat(answer.get()).isEqualTo(204);
            }
        }
        await().until(() -> !HistoryNeighbours.closingsOf(meeting.roomId()).isEmpty());
        await().during(Duration.ofMillis(300))
                .untilAsserted(() -> assertThat(HistoryNeighbours.closingsOf(meeting.roomId()))
                        .hasSize(1));
    }

    @Test
    void hidesAConnectionFromOthers() {
        var meeting = Meeting.of(ada, ben);
        api.connect(meeting);
        var stranger = TestPerson.man("Stranger");
        var refused = api.delete(stranger.token(), CONNECTIONS + "/" + meeting.connectionId());
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.code()).isEqualTo("not-found");
        assertThat(api.delete(stranger.token(), CONNECTIONS + "/" + Uuids.next())
                        .body()
                        .path("detail"))
                .as("nothing tells one that exists from one that does not")
                .isEqualTo(refused.body().path("detail"));
        assertThat(api.delete(ada.token(), CONNECTIONS + "/7").status()).isEqualTo(400);
        assertThat(api.connectionsOf(ada).items()).hasSize(1);
    }

    @Test
    void connectsThePairAnewAfterARemoval() {
        var first = Meeting.of(ada, ben);
        api.connect(first);
        api.delete(ben.token(), CONNECTIONS + "/" + first.connectionId());

        var repeat = api.connect(first);
        assertThat(repeat.status()).as("a late repeat is no new wish").isEqualTo(200);
        assertThat(api.connectionsOf(ada).items()).isEmpty();

        var second = Meeting.of(ada, ben);
        assertThat(api.connect(second).status()).isEqualTo(201);
        assertThat(api.connectionsOf(ada).items()).hasSize(1);
        assertThat(api.connectionsOf(ada).item(0).path("connectionId").asString())
                .isEqualTo(second.connectionId());
        assertThat(between(ben, ada).body().path("roomId").asString()).isEqualTo(second.roomId());
    }

    @Test
    void leavesThePairInTheConnectionItHas() {
        var first = Meeting.of(ada, ben);
        var second = Meeting.of(ada, ben);
        api.log(second);
        api.connect(first);

        var again = api.connect(second);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("connectionId").asString()).isEqualTo(first.connectionId());
        assertThat(again.body().path("roomId").asString()).isEqualTo(first.roomId());
        assertThat(api.interactionsOf(ada).item(0).path("kept").asBoolean()).isTrue();

        api.delete(ada.token(), CONNECTIONS + "/" + first.connectionId());
        assertThat(api.connect(second).status()).isEqualTo(200);
        assertThat(api.connectionsOf(ada).items())
                .as("the repeat of what was answered before the removal")
                .isEmpty();
    }

    @Test
    void tellsServicesWhoIsConnected() {
        var cleo = TestPerson.woman("Cleo");
        var meeting = Meeting.of(ada, ben);
        api.connect(meeting);
        api.connect(Meeting.of(cleo, ben));

        assertThat(between(ada, ben).body().path("connectionId").asString()).isEqualTo(meeting.connectionId());
        assertThat(between(ben, ada).body()).isEqualTo(between(ada, ben).body());
        assertThat(between(ada, cleo).status()).isEqualTo(404);
        assertThat(between(ada, cleo).code()).isEqualTo("not-found");
        assertThat(between(ada, ada).status()).isEqualTo(404);
        assertThat(peersOf(ben).body().path("peers").toString())
                .contains(ada.id().toString(), cleo.id().toString());
        assertThat(peersOf(ada).body()).hasToString("{\"peers\":[\"%s\"]}".formatted(ben.id()));
        assertThat(peersOf(TestPerson.man("Nobody's")).body()).hasToString("{\"peers\":[]}");
        assertThat(api.get(HistoryApi.SERVICE, CONNECTIONS + "/between/x/" + ada.id())
                        .status())
                .isEqualTo(400);
        assertThat(api.get(HistoryApi.SERVICE, "/internal/history/connections/x/peers")
                        .status())
                .isEqualTo(400);
    }

    private HistoryApi.Reply between(TestPerson one, TestPerson other) {
        return api.get(HistoryApi.SERVICE, CONNECTIONS + "/between/" + one.id() + "/" + other.id());
    }

    private HistoryApi.Reply peersOf(TestPerson person) {
        return api.get(HistoryApi.SERVICE, "/internal/history/connections/" + person.id() + "/peers");
    }

    @Test
    void pagesNewestFirst() {
        var expected = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            var meeting = Meeting.of(TestPerson.woman("W" + i), ben)
                    .withConnection(
                            "since",
                            Instant.parse("2026-02-01T00:00:00Z")
                                    .plusSeconds(i / 2)
                                    .toString());
            api.connect(meeting);
            expected.addFirst(meeting.connectionId());
        }
        var seen = new ArrayList<String>();
        var path = CONNECTIONS + "?limit=2";
        for (var next = path; next != null; ) {
            var page = api.get(ben.token(), next);
            page.items().forEach(item -> seen.add(item.path("connectionId").asString()));
            var cursor = page.body().path("nextCursor");
            next = cursor.isNull() ? null : path + "&cursor=" + cursor.asString();
        }
        assertThat(seen).isEqualTo(expected);
        assertThat(api.get(ben.token(), CONNECTIONS + "?cursor=bm90aGluZw").status())
                .isEqualTo(400);
    }

    @Test
    void refusesABadBodyAndNamesTheField() {
        var cases = Map.of(
                "connectionId", Meeting.of(ada, ben).withConnection("connectionId", null),
                "roomId", Meeting.of(ada, ben).withConnection("roomId", "7"),
                "interactionId", Meeting.of(ada, ben).withConnection("interactionId", null),
                "since", Meeting.of(ada, ben).withConnection("since", "+999999-01-01T00:00:00Z"),
                "man.userId", Meeting.of(ada, ada),
                "woman.displayName",
                        Meeting.of(ada, ben)
                                .withConnection(
                                        "woman", Map.of("userId", ada.id().toString(), "displayName", "A\0a")));
        cases.forEach((field, meeting) -> {
            var reply = api.connect(meeting);
            assertThat(reply.status()).as(field).isEqualTo(400);
            assertThat(reply.field()).isEqualTo(field);
        });
        var nobody = new TestPerson(UserId.next(), "male", "Nobody");
        var reply = api.connect(Meeting.of(ada, nobody));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("unknown-person");
    }

    @Test
    void keepsServicesAndPeopleApart() {
        var body = Meeting.of(ada, ben).connectionFormed();
        var between = CONNECTIONS + "/between/" + ada.id() + "/" + ben.id();
        var peers = "/internal/history/connections/" + ada.id() + "/peers";
        assertThat(api.post("", CONNECTIONS, body).status()).isEqualTo(401);
        assertThat(api.post(ada.token(), CONNECTIONS, body).status()).isEqualTo(403);
        assertThat(api.get("", between).status()).isEqualTo(401);
        assertThat(api.get(ada.token(), between).status()).isEqualTo(403);
        assertThat(api.get("", peers).status()).isEqualTo(401);
        assertThat(api.get(TestPerson.admin().token(), peers).status()).isEqualTo(403);
        assertThat(api.get("", CONNECTIONS).status()).isEqualTo(401);
        assertThat(api.get(HistoryApi.SERVICE, CONNECTIONS).status()).isEqualTo(403);
        assertThat(api.delete(HistoryApi.SERVICE, CONNECTIONS + "/" + Uuids.next())
                        .status())
                .isEqualTo(403);
    }
}
