package com.realtimeconnect.history.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.history.HistoryApi;
import com.realtimeconnect.history.HistoryTest;
import com.realtimeconnect.history.Meeting;
import com.realtimeconnect.history.TestPerson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;

@HistoryTest
class InteractionLogApiTests {

    private static final String LOG = "/api/history/log-interaction";
    private static final String MINE = "/api/history/interactions";

    private final HistoryApi api;
    private TestPerson ada = TestPerson.woman("Ada");
    private TestPerson ben = TestPerson.man("Ben");

    InteractionLogApiTests(@LocalServerPort int port) {
        api = new HistoryApi(port);
    }

    @BeforeEach
    void meetNewPeople() {
        ada = TestPerson.woman("Ada");
        ben = TestPerson.man("Ben");
    }

    @Test
    void tellsServicesWhoMetWhom() {
        var meeting = Meeting.of(ada, ben).at(Instant.parse("2026-03-01T10:00:00Z"));
        var path = "/internal/history/interactions/" + meeting.id();
        assertThat(api.get(HistoryApi.SERVICE, path).code()).isEqualTo("not-found");
        api.log(meeting);
        var told = api.get(HistoryApi.SERVICE, path);
        assertThat(told.body().path("womanId").asString()).isEqualTo(ada.id().toString());
        assertThat(told.body().path("manId").asString()).isEqualTo(ben.id().toString());
        assertThat(told.body().path("endedAt").asString()).startsWith("2026-03-01T10:00:00");
        assertThat(api.get(ada.token(), path).status()).isEqualTo(403);
    }

    @Test
    void showsAnInteractionToBothOfThem() {
        var meeting = Meeting.of(ada, ben)
                .at(Instant.parse("2026-03-01T10:00:00Z"))
                .with("intent", "language")
                .with("video", true);

        assertThat(api.log(meeting).status()).isEqualTo(201);

        var hers = api.interactionsOf(ada);
        assertThat(hers.status()).isEqualTo(200);
        assertThat(hers.body()).hasToString("""
                {"items":[{"interactionId":"%s","intent":"language",\
                "peer":{"userId":"%s","displayName":"Ben"},\
                "startedAt":"2026-03-01T09:57:00.000Z","endedAt":"2026-03-01T10:00:00.000Z",\
                "durationSeconds":180,"endReason":"completed","video":true,"kept":false}],"nextCursor":null}""".formatted(meeting.id(), ben.id()));
        var his = api.interactionsOf(ben);
        assertThat(his.items()).hasSize(1);
        assertThat(his.item(0).path("peer").path("displayName").asString()).isEqualTo("Ada");
    }

    @Test
    void logsTheSameOnceAndRefusesAnother() {
        var meeting = Meeting.of(ada, ben);
        assertThat(api.log(meeting).status()).isEqualTo(201);
        assertThat(api.log(meeting).status()).isEqualTo(200);

        for (var change : Map.<String, Object>of(
                        "durationSeconds", 179, "endReason", "hang-up", "reported", true, "womanWaitSeconds", 5)
                .entrySet()) {
            var before = meeting.ended().get(change.getKey());
            var conflict = api.log(meeting.with(change.getKey(), change.getValue()));
            assertThat(conflict.status()).isEqualTo(409);
            assertThat(conflict.code()).isEqualTo("conflicting-interaction");
            meeting.with(change.getKey(), before);
        }
        assertThat(api.log(meeting).status()).isEqualTo(200);
        assertThat(api.interactionsOf(ada).items()).hasSize(1);
    }

    @Test
    void takesALeftOutFieldForTheSameAsNull() {
        var meeting = Meeting.of(ada, ben);
        assertThat(api.log(meeting).status()).isEqualTo(201);
        assertThat(api.log(meeting.without("endedBy")).status()).isEqualTo(200);
    }

    @Test
    void logsOnceWhenTheSameArrivesManyTimesAtOnce() throws Exception {
        var meeting = Meeting.of(ada, ben);
        var answers = atOnce(16, () -> api.log(meeting).status());
        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 200);
        assertThat(api.interactionsOf(ada).items()).hasSize(1);
        assertThat(api.interactionsOf(ben).items()).hasSize(1);
    }

    @Test
    void letsOneOfTwoDifferentOnesWinWhenTheyArriveAtOnce() throws Exception {
        var id = Uuids.next().toString();
        var one = Meeting.of(ada, ben).with("interactionId", id);
        var other = Meeting.of(ada, ben).with("interactionId", id).with("durationSeconds", 20);
        var meetings = List.of(one, other, one, other, one, other).iterator();
        var answers = atOnce(6, () -> {
            Meeting mine;
            synchronized (meetings) {
                mine = meetings.next();
            }
            return api.log(mine).status();
        });
        assertThat(answers).containsOnlyOnce(201);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(3);
        assertThat(api.interactionsOf(ada).items()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        // reason, ended by, connected, she sees, he sees
        "declined, her, false, declined, no-answer",
        "declined, him, false, no-answer, declined",
        "declined, nobody, false, no-answer, no-answer",
        "blocked, her, true, blocked, hang-up",
        "reported, him, true, hang-up, reported",
        "suspended, him, true, hang-up, suspended",
        "hang-up, her, true, hang-up, hang-up",
        "no-answer, nobody, false, no-answer, no-answer",
        "peer-lost, nobody, true, peer-lost, peer-lost",
        "setup-failed, nobody, true, setup-failed, setup-failed",
        "completed, nobody, true, completed, completed",
    })
    void tellsAPrivateReasonToNobodyElse(String reason, String by, boolean connected, String hers, String his) {
        var meeting = connected
                ? Meeting.of(ada, ben).with("endReason", reason)
                : Meeting.of(ada, ben).neverConnected(reason);
        var actor = by.equals("her") ? ada : ben;
        assertThat(api.log(meeting.with(
                                "endedBy",
                                by.equals("nobody") ? null : actor.id().toString()))
                        .status())
                .isEqualTo(201);

        assertThat(api.interactionsOf(ada).item(0).path("endReason").asString()).isEqualTo(hers);
        assertThat(api.interactionsOf(ben).item(0).path("endReason").asString()).isEqualTo(his);
        assertThat(api.get(ada.token(), MINE + "?endReason=" + hers).items()).hasSize(1);
        assertThat(api.get(ben.token(), MINE + "?endReason=" + his).items()).hasSize(1);
        if (!reason.equals(his)) {
            assertThat(api.get(ben.token(), MINE + "?endReason=" + reason).items())
                    .as("a filter must not tell what the list hides")
                    .isEmpty();
        }
    }

    @Test
    void pagesThroughAllOnceEvenWhereTimesAreEqual() {
        var end = Instant.parse("2026-04-01T00:00:00Z");
        var logged = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            // Around the turn of a month, so in two partitions, and three at the very same instant.
            var meeting = Meeting.of(ada, ben).at(i < 3 ? end : end.minusSeconds(i));
            assertThat(api.log(meeting).status()).isEqualTo(201);
            logged.add(meeting.id());
        }
        var seen = new ArrayList<String>();
        var times = new ArrayList<String>();
        var path = MINE + "?limit=2";
        for (var next = path; next != null; ) {
            var page = api.get(ada.token(), next);
            assertThat(page.status()).isEqualTo(200);
            page.items().forEach(item -> {
                seen.add(item.path("interactionId").asString());
                times.add(item.path("endedAt").asString());
            });
            var cursor = page.body().path("nextCursor");
            next = cursor.isNull() ? null : path + "&cursor=" + cursor.asString();
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(logged);
        assertThat(times).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    void filtersByTimeIntentAndReason() {
        var noon = Instant.parse("2026-05-05T12:00:00Z");
        api.log(Meeting.of(ada, ben).at(noon).with("intent", "dating"));
        api.log(Meeting.of(ada, ben).at(noon.plusSeconds(1)).with("intent", "casual"));
        api.log(Meeting.of(ada, ben)
                .at(noon.plusSeconds(2))
                .with("intent", "casual")
                .neverConnected("no-answer"));

        assertThat(count("?intent=casual")).isEqualTo(2);
        assertThat(count("?intent=networking")).isZero();
        assertThat(count("?endReason=no-answer")).isEqualTo(1);
        assertThat(count("?intent=casual&endReason=completed")).isEqualTo(1);
        assertThat(count("?from=2026-05-05T12:00:01Z"))
                .as("from is in the range")
                .isEqualTo(2);
        assertThat(count("?to=2026-05-05T12:00:01Z")).as("to is not").isEqualTo(1);
        assertThat(count("?from=2026-05-05T12:00:01Z&to=2026-05-05T12:00:02Z")).isEqualTo(1);
        assertThat(count("?from=2026-05-05T14:00:01%2B02:00")).isEqualTo(2);
    }

    private int count(String query) {
        var reply = api.get(ada.token(), MINE + query);
        assertThat(reply.status()).isEqualTo(200);
        return reply.items().size();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "from, from=yesterday",
                "from, from=2026-13-01T00:00:00Z",
                "to, to=1",
                "to, from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
                "to, from=2026-01-02T00:00:00Z&to=2026-01-02T00:00:00Z",
                "intent, intent=NOT%20ONE",
                "intent, intent=%00",
                "endReason, endReason=HANG_UP",
                "endReason, endReason=bored",
                "limit, limit=0",
                "limit, limit=201",
                "limit, limit=many",
                "cursor, cursor=!!!",
                "cursor, cursor=bm90aGluZw",
            })
    void refusesABadQueryAndNamesTheField(String field, String query) {
        var reply = api.get(ada.token(), MINE + "?" + query);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("validation-failed");
        assertThat(reply.field()).isEqualTo(field);
    }

    @Test
    void refusesTimesThatTheDatabaseCannotTell() {
        assertThat(api.get(ada.token(), MINE + "?from=%2B1000000000-12-31T23:59:59Z")
                        .status())
                .isEqualTo(400);
        assertThat(api.get(ada.token(), MINE + "?to=-1000000000-01-01T00:00:00Z")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesABadEntryAndNamesTheField() {
        var cases = new HashMap<String, Meeting>();
        cases.put("interactionId", Meeting.of(ada, ben).with("interactionId", "7"));
        cases.put("interactionId ", Meeting.of(ada, ben).without("interactionId"));
        cases.put("intent", Meeting.of(ada, ben).with("intent", "No intent"));
        cases.put("intent ", Meeting.of(ada, ben).with("intent", ""));
        cases.put("woman", Meeting.of(ada, ben).without("woman"));
        cases.put("woman.userId", Meeting.of(ada, ben).with("woman", Map.of("displayName", "Ada")));
        cases.put("man.userId", Meeting.of(ada, ada));
        cases.put(
                "man.displayName",
                Meeting.of(ada, ben)
                        .with("man", Map.of("userId", ben.id().toString(), "displayName", "x".repeat(101))));
        cases.put("proposedAt", Meeting.of(ada, ben).with("proposedAt", "2019-01-01T00:00:00Z"));
        cases.put("proposedAt ", Meeting.of(ada, ben).with("proposedAt", null));
        cases.put("endedAt", Meeting.of(ada, ben).at(Instant.now().plus(Duration.ofDays(1))));
        cases.put(
                "endedAt ",
                Meeting.of(ada, ben)
                        .with("proposedAt", Instant.now().plusSeconds(1000).toString()));
        cases.put("endedAt  ", Meeting.of(ada, ben).with("endedAt", "yesterday"));
        cases.put("durationSeconds", Meeting.of(ada, ben).with("durationSeconds", -1));
        cases.put("durationSeconds ", Meeting.of(ada, ben).with("durationSeconds", 3_000_000_000L));
        cases.put("durationSeconds  ", Meeting.of(ada, ben).with("startedAt", null));
        cases.put("durationSeconds   ", Meeting.of(ada, ben).with("durationSeconds", "180"));
        cases.put("endReason", Meeting.of(ada, ben).with("endReason", "bored"));
        cases.put("endReason ", Meeting.of(ada, ben).with("endReason", null));
        cases.put("womanWaitSeconds", Meeting.of(ada, ben).with("womanWaitSeconds", -4));
        cases.put("video", Meeting.of(ada, ben).with("video", "perhaps"));
        cases.forEach((field, meeting) -> {
            var reply = api.log(meeting);
            assertThat(reply.status()).as(field).isEqualTo(400);
            assertThat(reply.field()).isEqualTo(field.strip());
        });
        assertThat(api.interactionsOf(ada).items()).isEmpty();
    }

    @Test
    void refusesAFieldItDoesNotKnow() {
        var reply = api.log(Meeting.of(ada, ben).with("mood", "fine"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("unknown-field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"text\"", "null", "{\"interactionId\":"})
    void refusesWhatIsNoObject(String body) {
        var reply = api.exchange(HttpMethod.POST, HistoryApi.SERVICE, LOG, body);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("malformed-body");
    }

    @Test
    void refusesSomebodyWithoutAnAccountAndLogsNothing() {
        var nobody = new TestPerson(com.realtimeconnect.common.identity.UserId.next(), "male", "Nobody");
        var meeting = Meeting.of(ada, nobody);
        var reply = api.log(meeting);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.code()).isEqualTo("unknown-person");
        assertThat(api.interactionsOf(ada).items()).isEmpty();
        assertThat(api.log(Meeting.of(ada, ben).with("interactionId", meeting.id()))
                        .status())
                .as("the refused one left no receipt")
                .isEqualTo(201);
    }

    @Test
    void isWrittenByServicesAndReadByPeople() {
        var entry = Meeting.of(ada, ben).ended();
        assertThat(api.post("", LOG, entry).status()).isEqualTo(401);
        assertThat(api.post(ada.token(), LOG, entry).status()).isEqualTo(403);
        assertThat(api.post(TestPerson.admin().token(), LOG, entry).status()).isEqualTo(403);
        assertThat(api.get("", MINE).status()).isEqualTo(401);
        assertThat(api.get("not.a.token", MINE).status()).isEqualTo(401);
        assertThat(api.get(HistoryApi.SERVICE, MINE).status()).isEqualTo(403);
        assertThat(api.exchange(HttpMethod.PUT, ada.token(), MINE, "{}").status())
                .isEqualTo(405);
    }

    @Test
    void showsNobodyAnInteractionOfOthers() {
        api.log(Meeting.of(ada, ben));
        assertThat(api.interactionsOf(TestPerson.woman("Cleo")).items()).isEmpty();
        assertThat(api.interactionsOf(TestPerson.admin()).items()).isEmpty();
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<java.util.concurrent.Future<T>>();
            for (int i = 0; i < times; i++) {
                futures.add(executor.submit(work));
            }
            var answers = new ArrayList<T>();
            for (var future : futures) {
                answers.add(future.get());
            }
            assertThat(new HashSet<>(answers)).isNotEmpty();
            return answers;
        }
    }
}
