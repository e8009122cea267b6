package com.realtimeconnect.history.summary;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.history.HistoryApi;
import com.realtimeconnect.history.HistoryTest;
import com.realtimeconnect.history.Meeting;
import com.realtimeconnect.history.TestPerson;
import com.realtimeconnect.history.interaction.HistoryChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

@HistoryTest
class SummaryApiTests {

    private static final Summary ONE_CALL = new Summary(1, 3, 0, List.of(), List.of());
    private static final Summary TWO_CALLS = new Summary(2, 6, 0, List.of(), List.of());

    private final HistoryApi api;
    private final SummaryCache cache;
    private final StringRedisTemplate redis;
    private final JsonMapper json;
    private TestPerson ada = TestPerson.woman("Ada");
    private TestPerson ben = TestPerson.man("Ben");

    SummaryApiTests(@LocalServerPort int port, SummaryCache cache, StringRedisTemplate redis, JsonMapper json) {
        this.api = new HistoryApi(port);
        this.cache = cache;
        this.redis = redis;
        this.json = json;
    }

    @BeforeEach
    void meetNewPeople() {
        ada = TestPerson.woman("Ada");
        ben = TestPerson.man("Ben");
    }

    private HistoryApi.Reply summaryOf(TestPerson person) {
        var reply = api.get(person.token(), "/api/history/summary");
        assertThat(reply.status()).isEqualTo(200);
        return reply;
    }

    @Test
    void isAllZeroForSomebodyNew() {
        assertThat(summaryOf(ada).body()).hasToString("""
                {"calls":0,"minutes":0,"kept":0,"byIntent":[],"byWeek":[]}""");
    }

    @Test
    void addsUpByIntentAndWeek() {
        var sunday =
                Meeting.of(ada, ben).at(Instant.parse("2026-03-01T23:59:59Z")).with("intent", "dating");
        api.log(sunday);
        api.connect(sunday);
        api.log(Meeting.of(ada, ben).at(Instant.parse("2026-03-02T00:00:00Z")).with("durationSeconds", 90));
        api.log(Meeting.of(ada, ben).at(Instant.parse("2026-03-08T23:59:59Z")).with("durationSeconds", 45));
        api.log(Meeting.of(ada, ben).neverConnected("no-answer"));

        var summary = """
                {"calls":3,"minutes":5,"kept":1,\
                "byIntent":[{"intent":"casual","calls":2,"minutes":2,"kept":0},\
                {"intent":"dating","calls":1,"minutes":3,"kept":1}],\
                "byWeek":[{"week":"2026-03-02","calls":2,"minutes":2,"kept":0},\
                {"week":"2026-02-23","calls":1,"minutes":3,"kept":1}]}""";
        assertThat(summaryOf(ada).body()).hasToString(summary);
        assertThat(summaryOf(ben).body()).hasToString(summary);
    }

    @Test
    void isCachedUntilSomethingChangesForEither() {
        var meeting = Meeting.of(ada, ben);
        api.log(meeting);
        assertThat(summaryOf(ada).body().path("calls").asInt()).isEqualTo(1);
        assertThat(redis.opsForValue().get(key(ada))).contains("\"calls\":1");
        assertThat(redis.getExpire(key(ada)))
                .isBetween(1L, Duration.ofMinutes(10).toSeconds());
        redis.opsForValue().set(key(ada), json.writeValueAsString(TWO_CALLS));
        assertThat(summaryOf(ada).body().path("calls").asInt())
                .as("from the cache")
                .isEqualTo(2);

        api.connect(meeting);
        assertThat(summaryOf(ada).body().path("kept").asInt()).isEqualTo(1);
        assertThat(summaryOf(ben).body().path("kept").asInt()).isEqualTo(1);
        api.log(Meeting.of(ada, ben));
        assertThat(summaryOf(ada).body().path("calls").asInt()).isEqualTo(2);
        assertThat(summaryOf(ben).body().path("calls").asInt()).isEqualTo(2);
    }

    @Test
    void isNotKeptIfAChangeOvertookIt() {
        for (var before : List.of("nothing", "a change")) {
            var person = UserId.next();
            if (before.equals("a change")) {
                cache.onChanged(new HistoryChanged(Set.of(person)));
            }
            var outdated = cache.of(person, () -> {
                cache.onChanged(new HistoryChanged(Set.of(person)));
                return ONE_CALL;
            });
            assertThat(outdated).isEqualTo(ONE_CALL);
            assertThat(cache.of(person, () -> TWO_CALLS)).as("after " + before).isEqualTo(TWO_CALLS);
            assertThat(cache.of(person, () -> ONE_CALL)).as("now it is kept").isEqualTo(TWO_CALLS);
        }
    }

    @Test
    void isComputedWhileRedisIsDown() {
        var nowhere = new LettuceConnectionFactory("localhost", 1);
        nowhere.afterPropertiesSet();
        nowhere.start();
        try {
            var cacheless = new SummaryCache(
                    new StringRedisTemplate(nowhere), json, new SummaryProperties(Duration.ofMinutes(1)));
            assertThat(cacheless.of(UserId.next(), () -> ONE_CALL)).isEqualTo(ONE_CALL);
            cacheless.onChanged(new HistoryChanged(Set.of(UserId.next())));
        } finally {
            nowhere.destroy();
        }
    }

    @Test
    void isForPeopleOnly() {
        assertThat(api.get("", "/api/history/summary").status()).isEqualTo(401);
        assertThat(api.get(HistoryApi.SERVICE, "/api/history/summary").status()).isEqualTo(403);
    }

    private static String key(TestPerson person) {
        return "history:{" + person.id() + "}:summary";
    }
}
