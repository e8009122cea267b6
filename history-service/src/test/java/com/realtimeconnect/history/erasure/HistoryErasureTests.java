package com.realtimeconnect.history.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.history.HistoryApi;
import com.realtimeconnect.history.HistoryNeighbours;
import com.realtimeconnect.history.HistoryTest;
import com.realtimeconnect.history.Meeting;
import com.realtimeconnect.history.TestPerson;
import com.realtimeconnect.test.LocalServices;
import com.realtimeconnect.test.PersonalTraces;
import com.realtimeconnect.test.TestTokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;

@HistoryTest
class HistoryErasureTests {

    private final HistoryApi api;
    private final StringRedisTemplate redis;
    private final String name = "Zuleika-" + UUID.randomUUID();
    private final TestPerson woman = TestPerson.woman(name);
    private final TestPerson man = TestPerson.man("Ben-" + UUID.randomUUID());

    HistoryErasureTests(@LocalServerPort int port, StringRedisTemplate redis) {
        api = new HistoryApi(port);
        this.redis = redis;
    }

    @Test
    void showsOthersThatTheyMetSomebodyButNotWhom() {
        var meeting = Meeting.of(woman, man);
        api.log(meeting);
        api.connect(meeting);
        assertThat(api.interactionsOf(man)
                        .item(0)
                        .path("peer")
                        .path("displayName")
                        .asString())
                .isEqualTo(name);

        var report = erase(woman);
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.body().path("changed").path("logged_interactions").asInt())
                .isEqualTo(2);

        assertThat(api.interactionsOf(man).item(0).path("peer")).hasToString("{\"erased\":true}");
        assertThat(api.interactionsOf(man).item(0).path("kept").asBoolean()).isTrue();
        assertThat(api.connectionsOf(man).items().size()).isZero();
        await().until(() -> HistoryNeighbours.closingsOf(meeting.roomId()).size() == 1);
        assertThat(traces()).isEmpty();
        assertThat(erase(woman)
                        .body()
                        .path("changed")
                        .path("logged_interactions")
                        .asInt())
                .as("again")
                .isZero();
    }

    @Test
    void leavesOthersTheirOwn() {
        var other = TestPerson.woman("Cleo");
        api.log(Meeting.of(woman, man));
        api.log(Meeting.of(other, man));
        api.connect(Meeting.of(other, man));
        erase(woman);

        var names = api.interactionsOf(man)
                .items()
                .valueStream()
                .map(entry -> entry.path("peer").path("displayName").asString(""))
                .toList();
        assertThat(names).containsExactlyInAnyOrder("Cleo", "");
        assertThat(api.connectionsOf(man).items().size()).isEqualTo(1);
        assertThat(api.interactionsOf(other)
                        .item(0)
                        .path("peer")
                        .path("displayName")
                        .asString())
                .isEqualTo(man.name());
    }

    @Test
    void keepsTheNameOutOfWhatArrivesLate() {
        erase(woman);
        var meeting = Meeting.of(woman, man);
        assertThat(api.log(meeting).status()).isEqualTo(201);
        assertThat(api.connect(meeting).status()).isEqualTo(201);
        assertThat(api.connect(meeting).status()).isEqualTo(200);

        assertThat(api.interactionsOf(man).item(0).path("peer")).hasToString("{\"erased\":true}");
        assertThat(api.interactionsOf(woman).item(0).path("peer")).hasToString("{\"erased\":true}");
        assertThat(api.connectionsOf(man).items().size()).isZero();
        assertThat(traces()).isEmpty();
    }

    @Test
    void takesARepeatOfWhatWasLoggedBefore() {
        var meeting = Meeting.of(woman, man);
        api.log(meeting);
        api.connect(meeting);
        erase(woman);

        assertThat(api.log(meeting).status()).isEqualTo(200);
        assertThat(api.connect(meeting).status()).isEqualTo(200);
        assertThat(traces()).isEmpty();
    }

    @Test
    void forgetsTheCachedSummary() {
        api.log(Meeting.of(woman, man));
        api.get(woman.token(), "/api/history/summary");
        var key = "history:{" + woman.id() + "}:summary";
        assertThat(redis.opsForValue().get(key)).contains("calls");

        erase(woman);
        assertThat(redis.opsForValue().get(key)).doesNotContain("calls");
    }

    @Test
    void showsAPersonWhatIsTheirs() {
        var meeting = Meeting.of(woman, man)
                .with("endReason", "blocked")
                .with("endedBy", woman.id().toString());
        api.log(meeting);
        api.connect(meeting);

        var his = record(man);
        assertThat(his.status()).isEqualTo(200);
        var entry = his.body().path("history").path(0);
        assertThat(entry.path("interactionId").asString()).isEqualTo(meeting.id());
        assertThat(entry.path("peer").path("displayName").asString()).isEqualTo(name);
        assertThat(entry.path("endReason").asString())
                .as("no hint of who blocked him")
                .isEqualTo("hang-up");
        assertThat(entry.path("endedAt").asString())
                .startsWith(meeting.endedAt().substring(0, 19));
        assertThat(his.body().path("connections").path(0).path("roomId").asString())
                .isEqualTo(meeting.roomId());
        assertThat(his.body().path("summary").path("calls").asInt()).isEqualTo(1);
        assertThat(his.body().path("complete").asBoolean()).isTrue();

        var nobodys = record(TestPerson.man("Nobody")).body();
        assertThat(nobodys.path("history").size()).isZero();
    }

    @Test
    void isForServicesOnly() {
        var path = "/internal/people/" + woman.id();
        assertThat(api.delete(woman.token(), path).status()).isEqualTo(403);
        assertThat(api.get(woman.token(), path + "/data").status()).isEqualTo(403);
        assertThat(api.delete("", path).status()).isEqualTo(401);
        assertThat(api.delete(TestTokens.service("user"), "/internal/people/me").status())
                .isEqualTo(400);
    }

    private HistoryApi.Reply erase(TestPerson person) {
        return api.delete(TestTokens.service("user"), "/internal/people/" + person.id());
    }

    private HistoryApi.Reply record(TestPerson person) {
        return api.get(TestTokens.service("user"), "/internal/people/" + person.id() + "/data");
    }

    private List<String> traces() {
        return PersonalTraces.find(LocalServices.shared().dataSource("history_service"), "history", List.of(name));
    }
}
