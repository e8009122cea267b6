package com.realtimeconnect.user.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.test.LocalServices;
import com.realtimeconnect.test.Neighbours;
import com.realtimeconnect.test.Neighbours.Reply;
import com.realtimeconnect.test.PersonalTraces;
import com.realtimeconnect.user.ApiTest;
import com.realtimeconnect.user.S3Process;
import com.realtimeconnect.user.UserApi;
import com.realtimeconnect.user.UserApi.Answer;
import com.realtimeconnect.user.UserApi.Member;
import com.realtimeconnect.user.media.SampleMedia;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class ErasureApiTests {

    private static final Reply ERASED = Reply.ok("{\"changed\":{\"things\":2}}");

    private final UserApi api;
    private final Neighbours neighbours;
    private final JdbcClient jdbc;
    private final StringRedisTemplate redis;
    private final ErasureReplay replay;

    ErasureApiTests(
            UserApi api, Neighbours neighbours, JdbcClient jdbc, StringRedisTemplate redis, ErasureReplay replay) {
        this.api = api;
        this.neighbours = neighbours;
        this.jdbc = jdbc;
        this.redis = redis;
        this.replay = replay;
    }

    @BeforeEach
    void neighboursErase() {
        neighbours.reset();
        neighbours.answer(
                "POST",
                "/auth/service-token",
                request -> Reply.ok("{\"accessToken\":\"a\",\"tokenType\":\"Bearer\",\"expiresInSeconds\":600}"));
        neighbours.answer("DELETE", "/internal/people/", request -> ERASED);
    }

    @Test
    void leavesNothingOfThePersonHere() {
        var woman = api.woman();
        var words = describe(woman);
        var photo = api.upload(woman.accessToken(), "a.jpg", "image/jpeg", SampleMedia.jpeg(64, 64));
        api.logIn(woman.email(), UserApi.PASSWORD);
        block(woman.id(), api.man().id());
        block(api.man().id(), woman.id());
        assertThat(traces(words)).as("the scan finds what is there").hasSize(words.size());

        assertThat(erase(woman).status()).isEqualTo(202);
        assertThat(erased(woman.id()))
                .as("the account is scrubbed before the answer")
                .isEqualTo(1);
        awaitCompleted(woman.id());

        assertThat(traces(words)).isEmpty();
        for (var table : List.of("profiles", "assets", "logins")) {
            assertThat(count(table + " where account_id = '" + woman.id() + "'"))
                    .as(table)
                    .isZero();
        }
        assertThat(count("blocks where '" + woman.id() + "' in (blocker_id, blocked_id)"))
                .isZero();
        assertThat(objectsOf(photo.text("assetId"))).isZero();
        assertThat(api.get("/internal/people?id=" + woman.id(), api.serviceToken())
                        .json())
                .isEmpty();
    }

    @Test
    void endsEveryLoginAndFreesTheAddressAtOnce() {
        var woman = api.woman();
        var phone = api.logIn(woman.email(), UserApi.PASSWORD);
        assertThat(erase(woman).status()).isEqualTo(202);

        assertThat(api.refresh(phone.text("refreshToken")).code()).isEqualTo("invalid-refresh-token");
        assertThat(api.logIn(woman.email(), UserApi.PASSWORD).code()).isEqualTo("bad-credentials");
        api.awaitShutOut(woman.accessToken());
        api.awaitShutOut(phone.text("accessToken"));

        var again = UserApi.registration("female");
        again.put("email", woman.email());
        var registered = api.post("/auth/register", null, again);
        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.text("user.userId")).isNotEqualTo(woman.id().toString());
        awaitCompleted(woman.id());
        assertThat(api.get("/auth/me", registered.text("accessToken")).status()).isEqualTo(200);
    }

    @Test
    void refusesWhoCannotProveIt() {
        var woman = api.woman();
        var wrong = api.call("DELETE", "/auth/me", woman.accessToken(), Map.of("password", "not-her-password"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("bad-credentials");
        assertThat(api.call("DELETE", "/auth/me", null, Map.of("password", UserApi.PASSWORD))
                        .status())
                .isEqualTo(401);
        assertThat(api.get("/auth/me", woman.accessToken()).status()).isEqualTo(200);
        assertThat(erased(woman.id())).isZero();
    }

    @Test
    void slowsDownGuessingLikeALogin() {
        var woman = api.woman();
        for (var i = 0; i < 5; i++) {
            assertThat(api.call("DELETE", "/auth/me", woman.accessToken(), Map.of("password", "wrong-" + i))
                            .status())
                    .isEqualTo(401);
        }
        assertThat(erase(woman).status()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"password\":null}",
                "{\"password\":7}",
                "{\"password\":\"x\",\"reason\":\"none\"}",
                "{\"password\":",
                ""
            })
    void refusesWhatIsNoRequest(String body) {
        assertThat(api.call("DELETE", "/auth/me", api.woman().accessToken(), body)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void happensOnceHoweverManyAskAtOnce() throws Exception {
        var woman = api.woman();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = threads.invokeAll(
                    List.<Callable<Answer>>of(() -> erase(woman), () -> erase(woman), () -> erase(woman)));
            var statuses = new ArrayList<Integer>();
            for (var answer : asking) {
                statuses.add(answer.get().status());
            }
            assertThat(statuses)
                    .contains(202)
                    .allMatch(status -> List.of(202, 401, 404).contains(status));
        }
        awaitCompleted(woman.id());
        assertThat(count("erasure_confirmations where person_hash = " + hash(woman.id())))
                .isEqualTo(Place.values().length);
    }

    @Test
    void waitsForAServiceThatIsDownAndKeepsNoOtherWaiting() {
        var down = new AtomicBoolean(true);
        var answered = new AtomicInteger();
        neighbours.answer(
                "DELETE",
                "/internal/people/",
                request -> down.get() && answered.incrementAndGet() > 3 ? new Reply(503, "{}") : ERASED);
        var man = api.man();
        assertThat(erase(man).status()).isEqualTo(202);

        await().untilAsserted(() -> assertThat(count("erasure_confirmations where person_hash = " + hash(man.id())))
                .isEqualTo(Place.values().length - 1));
        assertThat(completed(man.id())).isZero();
        down.set(false);
        awaitCompleted(man.id());
    }

    @Test
    void waitsForTheObjectStore() {
        var man = api.man();
        var photo = api.upload(man.accessToken(), "a.jpg", "image/jpeg", SampleMedia.jpeg(64, 64));
        S3Process.shared().stop();
        try {
            assertThat(erase(man).status()).isEqualTo(202);
            await().until(() ->
                    count("erasure_confirmations where person_hash = " + hash(man.id())) == Place.values().length - 1);
            assertThat(count("assets where account_id = '" + man.id() + "'")).isEqualTo(1);
        } finally {
            S3Process.shared().start();
        }
        awaitCompleted(man.id());
        assertThat(objectsOf(photo.text("assetId"))).isZero();
    }

    @Test
    void waitsForAnUploadThatIsUnderWay() {
        var man = api.man();
        var photo = api.upload(man.accessToken(), "a.jpg", "image/jpeg", SampleMedia.jpeg(64, 64));
        var assetId = photo.text("assetId");
        execute("update assets set state = 'uploading' where id = '" + assetId + "'");
        assertThat(erase(man).status()).isEqualTo(202);
        await().until(() ->
                count("erasure_confirmations where person_hash = " + hash(man.id())) == Place.values().length - 1);

        execute("update assets set state = 'stored' where id = '" + assetId + "'");
        awaitCompleted(man.id());
        assertThat(objectsOf(assetId)).isZero();
    }

    @Test
    void letsNothingBeAddedToWhoIsErased() {
        var man = api.man();
        var other = api.woman().id();
        assertThat(erase(man).status()).isEqualTo(202);
        awaitCompleted(man.id());

        var id = man.id();
        for (var late : List.of(
                "insert into profiles values ('" + id + "', 'late', '{}', '{}', false, now(), 0)",
                "insert into assets values ('" + UUID.randomUUID() + "', '" + id
                        + "', 'image', 'image/jpeg', 'k', null, 1, 1, 1, 'uploading', now())",
                "insert into logins values ('" + UUID.randomUUID() + "', '" + id + "', now(), now(), now())",
                "insert into blocks values ('" + id + "', '" + other + "', now())",
                "insert into blocks values ('" + other + "', '" + id + "', now())")) {
            assertThatThrownBy(() -> execute(late)).as(late).isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void takesTheWordsOutOfReportsSuspensionsAndAppeals() {
        var woman = api.woman();
        var man = api.man();
        var words =
                List.of("she-said-" + woman.id(), "of-her-" + woman.id(), "why-" + woman.id(), "because-" + woman.id());
        report(woman.id(), man.id(), words.get(0));
        report(man.id(), woman.id(), words.get(1));
        var suspension = UUID.randomUUID();
        execute("insert into suspensions (id, account_id, reason, suspended_at, suspended_by, ended_at) values ('"
                + suspension + "', '" + woman.id() + "', '" + words.get(2) + "', now(), '" + man.id() + "', now())");
        execute("insert into appeals (id, suspension_id, account_id, text, created_at, state) values ('"
                + UUID.randomUUID() + "', '" + suspension + "', '" + woman.id() + "', '" + words.get(3)
                + "', now(), 'open')");
        assertThat(traces(words)).hasSize(4);

        assertThat(erase(woman).status()).isEqualTo(202);
        awaitCompleted(woman.id());
        execute("update reports set chat = '{\"late\": \"" + words.get(1) + "\"}' where reported_id = '" + woman.id()
                + "'");
        assertThat(traces(words)).isEmpty();
        assertThat(count("reports where reporter_id = '" + woman.id() + "'")).isEqualTo(1);
    }

    private void report(UUID reporter, UUID reported, String details) {
        execute(
                "insert into reports (id, interaction_id, reporter_id, reported_id, reason, details, panic, created_at, state,"
                        + " chat) values ('" + UUID.randomUUID() + "', '" + UUID.randomUUID() + "', '" + reporter
                        + "', '"
                        + reported + "', 'other', '" + details + "', false, now(), 'open', '{}')");
    }

    @Test
    void forgetsKeptAnswersAndUnsentMail() {
        var man = api.man();
        var sent = api.send(api.request("/auth/logout", man.accessToken())
                .header("Idempotency-Key", "once")
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        assertThat(sent.status()).isEqualTo(204);
        var index = "connect:idempotency-of:" + man.id();
        assertThat(redis.opsForSet().size(index)).isEqualTo(1);
        var kept = redis.opsForSet().members(index);
        leaveUnsent("to-him", man.email());
        leaveUnsent("to-a-namesake", "jo" + man.email());

        var login = api.logIn(man.email(), UserApi.PASSWORD);
        assertThat(api.call("DELETE", "/auth/me", login.text("accessToken"), Map.of("password", UserApi.PASSWORD))
                        .status())
                .isEqualTo(202);
        awaitCompleted(man.id());
        assertThat(kept).isNotEmpty().noneMatch(key -> Boolean.TRUE.equals(redis.hasKey(key)));
        assertThat(redis.hasKey(index)).isFalse();
        assertThat(count("scheduled_tasks where task_name = 'to-him'")).isZero();
        assertThat(count("scheduled_tasks where task_name = 'to-a-namesake'")).isOne();
        jdbc.sql("delete from scheduled_tasks where task_name = 'to-a-namesake'")
                .update();
    }

    private void leaveUnsent(String name, String email) {
        var entry = Map.of("correlationId", "some", "payload", "{\"to\":\"" + email + "\"}");
        jdbc.sql("""
                        insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                        values (:name, 'once', :entry, now() + interval '1 day', false, 1)""")
                .param("name", name)
                .param("entry", JsonMapper.shared().writeValueAsBytes(entry))
                .update();
    }

    @Test
    void isToldAgainToARedisThatLostEverything() {
        var woman = api.woman();
        assertThat(erase(woman).status()).isEqualTo(202);
        awaitCompleted(woman.id());

        redis.delete("connect:revocations");
        redis.delete("login:revocations-told");
        await().until(() -> redis.opsForZSet().score("connect:revocations", "user:" + woman.id() + ":4505") != null);
    }

    @Test
    void isDoneAgainAfterARestore() {
        var returned = api.woman();
        var stranger = UUID.randomUUID();
        for (var person : List.of(returned.id(), stranger)) {
            execute("insert into erasures_to_replay values (" + hash(person) + ", '2026-01-02T03:04:05Z')");
        }
        replay.run(new DefaultApplicationArguments());

        assertThat(erased(returned.id())).isEqualTo(1);
        awaitCompleted(returned.id());
        assertThat(count("erasures where asked_at = '2026-01-02T03:04:05Z' and completed_at is not null"))
                .as("also who is not in this database stays in the ledger")
                .isEqualTo(2);
        assertThat(count("erasures_to_replay")).isZero();
    }

    private Answer erase(Member member) {
        return api.call("DELETE", "/auth/me", member.accessToken(), Map.of("password", UserApi.PASSWORD));
    }

    /** Gives the person texts that nobody else has. */
    private List<String> describe(Member member) {
        var random = UUID.randomUUID().toString().substring(0, 8);
        var words = List.of("Zuleika" + random, "biography-" + random, "interest-" + random);
        var profile = Map.of(
                "displayName",
                words.get(0),
                "bio",
                "My " + words.get(1),
                "interests",
                List.of(words.get(2)),
                "languages",
                List.of("en"),
                "version",
                0);
        assertThat(api.put("/profile", member.accessToken(), profile).status()).isEqualTo(200);
        return List.of(words.get(0), words.get(1), words.get(2), member.email());
    }

    private List<String> traces(List<String> words) {
        return PersonalTraces.find(LocalServices.shared().dataSource("user_service"), "users", words);
    }

    private void block(UUID blocker, UUID blocked) {
        execute("insert into blocks values ('" + blocker + "', '" + blocked + "', now())");
    }

    private void awaitCompleted(UUID person) {
        await().until(() -> completed(person) == 1);
    }

    private int completed(UUID person) {
        return count("erasures where completed_at is not null and person_hash = " + hash(person));
    }

    private int erased(UUID person) {
        return count("accounts where erased_at is not null and email is null and id = '" + person + "'");
    }

    private static String hash(UUID person) {
        return "decode('" + PersonHash.of(new UserId(person)).hex() + "', 'hex')";
    }

    private long objectsOf(String assetId) {
        return S3Process.shared().objectsOf(assetId);
    }

    private int count(String rest) {
        return jdbc.sql("select count(*) from " + rest).query(Integer.class).single();
    }

    private void execute(String sql) {
        jdbc.sql(sql).update();
    }
}
