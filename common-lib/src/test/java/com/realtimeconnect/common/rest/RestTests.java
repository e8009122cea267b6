package com.realtimeconnect.common.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.common.rest.RestTestApplication.NoteDeliveries;
import com.realtimeconnect.common.security.RevocationList;
import com.realtimeconnect.common.security.Revocations;
import com.realtimeconnect.test.IntegrationTest;
import com.realtimeconnect.test.TestTokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class RestTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final JsonMapper json;
    private final NoteDeliveries deliveries;
    private final Revocations revocations;
    private final RevocationList revocationList;
    private final UUID user = UUID.randomUUID();
    private final UUID loginId = UUID.randomUUID();
    private final String token = TestTokens.person(user, "female", loginId, Duration.ofMinutes(5));

    @LocalServerPort
    private int port;

    RestTests(JsonMapper json, NoteDeliveries deliveries, Revocations revocations, RevocationList revocationList) {
        this.json = json;
        this.deliveries = deliveries;
        this.revocations = revocations;
        this.revocationList = revocationList;
    }

    @BeforeEach
    void forget() {
        deliveries.delivered().clear();
        deliveries.failuresLeft.set(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"text":"a","stars":1,"colour":"red"}  | unknown-field     | colour
            {"text":"a","stars":"many"}            | validation-failed | stars
            {"text":"a","stars":"1"}               | validation-failed | stars
            {"text":"a","stars":1.5}               | validation-failed | stars
            {"text":"a","stars":null}              | validation-failed | stars
            {"text":"  ","stars":1}                | validation-failed | text
            {"stars":1}                            | validation-failed | text
            {"text":7,"stars":1}                   | validation-failed | text
            {"text":"a","stars":1,"author":"me"}   | validation-failed | author
            {"text":"123456789012345678901","stars":1} | validation-failed | text
            {"text":"a","stars":1} trailing        | malformed-body    |
            {"text":"a","text":"b","stars":1}      | malformed-body    |
            {"text":                               | malformed-body    |
            []                                     | malformed-body    |
            """)
    void namesWhatIsWrongWithABody(String body, String code, @Nullable String field) {
        var answer = post("/notes", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        var problem = problem(answer);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("type").asString()).isEqualTo("urn:problem-type:connect:" + code);
        assertThat(problem.path("instance").asString()).isEqualTo("/notes");
        assertThat(problem.path("errors").path(0).path("field").asString("")).isEqualTo(field == null ? "" : field);
    }

    @Test
    void refusesAnEmptyBody() {
        assertThat(problem(post("/notes", "")).path("code").asString()).isEqualTo("malformed-body");
    }

    @Test
    void saysNothingOfTheInsideWhenItFails() {
        var answer = post("/notes", "{\"text\":\"explode\",\"stars\":1}");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("select", "Exception", "realtimeconnect");
        assertThat(problem(answer).path("code").asString()).isEqualTo("internal-error");
    }

    @Test
    void asksToTryAgainWhileAStoreIsAway() {
        var answer = post("/notes", "{\"text\":\"no store\",\"stars\":1}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(answer.body()).doesNotContain("10.0.0.1");
        assertThat(problem(answer).path("code").asString()).isEqualTo("unavailable");
    }

    @Test
    void rendersWrongVerbsPathsAndMediaTypesAsProblems() {
        assertThat(code(send(request("/notes", token).DELETE()), 405)).isEqualTo("method-not-allowed");
        assertThat(code(send(request("/nowhere", token).GET()), 404)).isEqualTo("not-found");
        assertThat(code(send(request("/nowhere", null).GET()), 404)).isEqualTo("not-found");
        assertThat(code(send(request("/notes", null).DELETE()), 405)).isEqualTo("method-not-allowed");
        assertThat(code(
                        send(request("/notes", token)
                                .setHeader("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString("hello"))),
                        415))
                .isEqualTo("unsupported-media-type");
        assertThat(code(send(request("/notes/not-a-uuid", token).GET()), 400)).isEqualTo("validation-failed");
    }

    @Test
    void rendersWhatTheServerItselfRefusesAsProblems() {
        assertThat(code(
                        send(request("/notes", token)
                                .setHeader("X-Long", "x".repeat(20_000))
                                .GET()),
                        431))
                .isEqualTo("headers-too-large");
        assertThat(code(send(request("/notes/%ff%fe", token).GET()), 400)).isEqualTo("bad-request");
        assertThat(code(send(request("/notes/..%2f..%2fadmin", token).GET()), 400))
                .isEqualTo("bad-request");
    }

    @Test
    void knowsWhoAsks() {
        var id = UUID.randomUUID();

        var answer = send(request("/notes/" + id, token).GET());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json.readTree(answer.body()).path("reader").asString()).isEqualTo(user.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."})
    void refusesTokensThatAreNotOurs(String bad) {
        assertThat(code(send(request("/notes", bad).GET()), 401)).isEqualTo("invalid-token");
    }

    @Test
    void refusesATokenThatRanOut() {
        var old = TestTokens.person(user, "female", loginId, Duration.ofSeconds(-10));

        assertThat(code(send(request("/notes", old).GET()), 401)).isEqualTo("invalid-token");
    }

    @Test
    void asksForATokenWhereOneIsNeeded() {
        assertThat(code(send(request("/notes", null).GET()), 401)).isEqualTo("unauthenticated");
        assertThat(send(request("/open/notes", "nonsense")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"a\",\"stars\":1}")))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void keepsServicesPeopleAndAdminsApart() {
        var service = TestTokens.service("queuing");
        var admin = TestTokens.person(UUID.randomUUID(), "admin");
        var body = "{\"text\":\"a\",\"stars\":1}";

        assertThat(send(request("/notes/from-service", service).POST(HttpRequest.BodyPublishers.ofString(body)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(code(post("/notes/from-service", body), 403)).isEqualTo("forbidden");
        assertThat(code(send(request("/notes", service).GET()), 403)).isEqualTo("forbidden");
        assertThat(code(send(request("/notes/all", token).GET()), 403)).isEqualTo("forbidden");
        assertThat(code(send(request("/internal/anything", token).GET()), 403)).isEqualTo("forbidden");
        assertThat(send(request("/notes/all", admin).GET()).body()).contains("2026-01-02T03:04:05.000Z");
    }

    @Test
    void refusesALoginThatHasEnded() {
        assertThat(send(request("/notes", token).GET()).statusCode()).isEqualTo(200);

        revocations.revokeLogin(loginId);

        await().until(() -> send(request("/notes", token).GET()).statusCode() == 401);
        assertThat(revocationList.isRunning()).isTrue();
    }

    @Test
    void carriesTheCorrelationIdOfTheClient() {
        var answer = send(
                request("/notes", null).setHeader("X-Correlation-Id", "my.id-7").GET());

        assertThat(answer.headers().firstValue("X-Correlation-Id")).contains("my.id-7");
        assertThat(problem(answer).path("correlationId").asString()).isEqualTo("my.id-7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"has space", "a;b", "01234567890123456789012345678901234567890123456789012345678901234"})
    void makesItsOwnCorrelationIdForAnOddOne(String odd) {
        var answer =
                send(request("/notes", token).setHeader("X-Correlation-Id", odd).GET());

        assertThat(answer.headers().firstValue("X-Correlation-Id"))
                .isPresent()
                .get()
                .isNotEqualTo(odd);
    }

    @Test
    void pagesToTheEnd() {
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = json.readTree(
                    send(request("/notes?limit=3" + cursor, token).GET()).body());
            page.path("items").forEach(item -> seen.add(item.asString()));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asString();
        } while (!cursor.isEmpty());

        assertThat(seen).hasSize(7).first().isEqualTo("note 1");
        assertThat(seen.getLast()).isEqualTo("note 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "limit=x", "limit=", "cursor=%21", "cursor=", "cursor=YWJj"})
    void refusesPagesThatCannotBe(String query) {
        assertThat(code(send(request("/notes?" + query, token).GET()), 400)).isEqualTo("validation-failed");
    }

    @Test
    void answersARepeatWithTheFirstAnswer() {
        var key = UUID.randomUUID().toString();
        var body = "{\"text\":\"once\",\"stars\":1}";

        var first = postWithKey(token, key, body);
        var second = postWithKey(token, key, body);
        var otherBody = postWithKey(token, key, "{\"text\":\"twice\",\"stars\":1}");
        var otherPerson = postWithKey(TestTokens.person(UUID.randomUUID(), "male"), key, body);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(code(otherBody, 422)).isEqualTo("idempotency-key-reused");
        assertThat(otherPerson.body()).isNotEqualTo(first.body());
    }

    @Test
    void letsAFailedRequestBeRepeated() {
        var key = UUID.randomUUID().toString();

        assertThat(postWithKey(token, key, "{\"text\":\"explode\",\"stars\":1}").statusCode())
                .isEqualTo(500);
        assertThat(postWithKey(token, key, "{\"text\":\"fine\",\"stars\":1}").statusCode())
                .isEqualTo(201);
    }

    @Test
    void deliversAFactAfterItsCommitAndAgainUntilItSucceeds() {
        deliveries.failuresLeft.set(1);

        assertThat(post("/notes/fact", "{\"text\":\"a fact\",\"stars\":5}").statusCode())
                .isEqualTo(200);

        await().untilAsserted(() -> assertThat(deliveries.delivered())
                .extracting(NotesController.Note::text)
                .containsExactly("a fact"));
    }

    @Test
    void forgetsAFactThatWasRolledBack() {
        post("/notes/fact", "{\"text\":\"roll back\",\"stars\":5}");
        post("/notes/fact", "{\"text\":\"stay\",\"stars\":5}");

        await().untilAsserted(() -> assertThat(deliveries.delivered())
                .extracting(NotesController.Note::text)
                .containsExactly("stay"));
    }

    @Test
    void showsHealthAndMetricsAndNothingElse() {
        assertThat(send(request("/actuator/health/readiness", null).GET()).statusCode())
                .isEqualTo(200);
        assertThat(send(request("/actuator/prometheus", null).GET()).body())
                .contains("connect_outbox_age")
                .doesNotContain("spring_security");
        assertThat(send(request("/actuator/env", token).GET()).statusCode()).isEqualTo(404);
        assertThat(send(request("/v3/api-docs", null).GET()).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> post(String path, String body) {
        return send(request(path, token).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> postWithKey(String bearer, String key, String body) {
        return send(request("/notes", bearer)
                .setHeader("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, @Nullable String bearer) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .setHeader("Content-Type", "application/json");
        return bearer == null ? request : request.setHeader("Authorization", "Bearer " + bearer);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private String code(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return problem(answer).path("code").asString();
    }

    private JsonNode problem(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        return json.readTree(answer.body());
    }
}
