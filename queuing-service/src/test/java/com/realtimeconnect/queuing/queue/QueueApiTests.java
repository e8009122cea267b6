package com.realtimeconnect.queuing.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.queuing.Town;
import com.realtimeconnect.queuing.Visitor;
import com.realtimeconnect.test.TestTokens;
import io.jsonwebtoken.Jwts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Each call of the queue over REST, with good and bad input; the same refusals over STOMP. */
class QueueApiTests {

    /** Told apart by REST and not yet by STOMP; each names the field. */
    private static final String WRONG_TYPE = "validation-failed|malformed-body";

    private final UUID user = UUID.randomUUID();

    @BeforeEach
    void clear() {
        Town.clear();
    }

    @Test
    void joinsLooksAndLeaves() {
        try (var visitor = Visitor.arrive(Town.one(), user, "female")) {
            Town.join(
                            user,
                            "female",
                            Map.of("intent", "language", "languages", List.of("es-MX"), "ageMin", 20, "ageMax", 40))
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.intent")
                    .isEqualTo("language")
                    .jsonPath("$.position")
                    .isEqualTo(1)
                    .jsonPath("$.estimatedWaitSeconds")
                    .isNumber()
                    .jsonPath("$.ticketId")
                    .exists()
                    .jsonPath("$.ticket")
                    .exists();
            assertThat(visitor.client()
                            .awaitEvent("queue-joined")
                            .path("intent")
                            .asString())
                    .isEqualTo("language");

            Town.get(user, "female", "/api/queue/me")
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.waitedSeconds")
                    .isEqualTo(0)
                    .jsonPath("$.position")
                    .isEqualTo(1);

            leave().expectStatus().isNoContent();
            leave().expectStatus().isNoContent();
            assertThat(visitor.awaitLeft()).isEqualTo("asked");
            Town.get(user, "female", "/api/queue/me").expectStatus().isNoContent();
        }
    }

    @Test
    void theSameIntentAgainIsTheSameTicket() {
        try (var visitor = Visitor.arrive(Town.one(), user, "male")) {
            var first = visitor.join("casual");
            assertThat(visitor.join("casual")).isEqualTo(first);
            assertThat(visitor.client()
                            .sendRefused("/app/queue/join", Map.of("intent", "dating"))
                            .path("code")
                            .asString())
                    .isEqualTo("already-queuing");
            refusal(Town.join(user, "male", Map.of("intent", "dating")), 409, "already-queuing");
        }
    }

    @Test
    void tellsHowLongTheQueuesAre() {
        try (var visitor = Visitor.arrive(Town.one(), user, "female")) {
            visitor.join("networking");
            org.awaitility.Awaitility.await()
                    .untilAsserted(() -> Town.get(user, "female", "/api/queue/intents")
                            .expectStatus()
                            .isOk()
                            .expectBody()
                            .jsonPath("$.length()")
                            .isEqualTo(5)
                            .jsonPath("$[4].intent")
                            .isEqualTo("networking")
                            .jsonPath("$[4].label")
                            .isEqualTo("Networking")
                            .jsonPath("$[4].waitingWomen")
                            .isEqualTo(1)
                            .jsonPath("$[4].waitingMen")
                            .isEqualTo(0)
                            .jsonPath("$[4].estimatedWaitSeconds")
                            .isEqualTo(60));
        }
    }

    @ParameterizedTest
    @MethodSource
    void refusesBadJoinsOverRestAndStompAlike(String body, String code, String field) {
        var rest = Town.one()
                .rest()
                .post()
                .uri("/api/queue/join")
                .header(HttpHeaders.AUTHORIZATION, Town.bearer(user, "female"))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
        var content = refusal(rest, 400, code);
        try (var visitor = Visitor.arrive(Town.one(), user, "female")) {
            var problem = visitor.client().sendRefused("/app/queue/join", body);
            assertThat(code.split("\\|", -1)).contains(problem.path("code").asString());
            if (!field.isEmpty()) {
                assertThat(problem.path("errors").path(0).path("field").asString())
                        .startsWith(field);
                content.jsonPath("$.errors[0].field")
                        .value(String.class, name -> assertThat(name).startsWith(field));
            }
        }
        Town.get(user, "female", "/api/queue/me").expectStatus().isNoContent();
    }

    static Stream<Arguments> refusesBadJoinsOverRestAndStompAlike() {
        var tag = "x".repeat(9);
        return Stream.of(
                Arguments.of("{}", "validation-failed", "intent"),
                Arguments.of("{\"intent\": null}", "validation-failed", "intent"),
                Arguments.of("{\"intent\": \"\"}", "validation-failed", "intent"),
                Arguments.of("{\"intent\": \"chess\"}", "validation-failed", "intent"),
                Arguments.of("{\"intent\": \"CASUAL\"}", "validation-failed", "intent"),
                Arguments.of("{\"intent\": \"%s\"}".formatted("a".repeat(33)), "validation-failed", "intent"),
                Arguments.of("{\"intent\": \"casual\", \"ageMin\": 17}", "validation-failed", "ageMin"),
                Arguments.of("{\"intent\": \"casual\", \"ageMax\": 121}", "validation-failed", "ageMax"),
                Arguments.of("{\"intent\": \"casual\", \"ageMin\": 40, \"ageMax\": 30}", "validation-failed", ""),
                Arguments.of("{\"intent\": \"casual\", \"ageMin\": \"old\"}", WRONG_TYPE, ""),
                Arguments.of("{\"intent\": \"casual\", \"ageMin\": 20.5}", WRONG_TYPE, ""),
                Arguments.of("{\"intent\": \"casual\", \"languages\": \"en\"}", WRONG_TYPE, ""),
                Arguments.of("{\"intent\": \"casual\", \"languages\": [null]}", "validation-failed", "languages"),
                Arguments.of(
                        "{\"intent\": \"casual\", \"languages\": [\"%s\"]}".formatted(tag),
                        "validation-failed",
                        "languages"),
                Arguments.of("{\"intent\": \"casual\", \"languages\": [\"e n\"]}", "validation-failed", "languages"),
                Arguments.of(
                        "{\"intent\": \"casual\", \"languages\": [\"en\",\"de\",\"fr\",\"es\",\"it\",\"pt\"]}",
                        "validation-failed",
                        "languages"),
                Arguments.of(
                        "{\"intent\": \"casual\", \"ticket\": \"%s\"}".formatted("t".repeat(2049)),
                        "validation-failed",
                        "ticket"),
                Arguments.of("{\"intent\": \"casual\", \"ticket\": \"\"}", "invalid-ticket", ""),
                Arguments.of("{\"intent\": \"casual\", \"ticket\": \"a.b.c\"}", "invalid-ticket", ""),
                Arguments.of("{\"intent\": \"casual\", \"userId\": \"me\"}", "unknown-field", "userId"),
                Arguments.of("{\"intent\": ", "malformed-body", ""),
                Arguments.of("[]", "malformed-body", ""),
                Arguments.of("null", "malformed-body", ""));
    }

    @Test
    void refusesTicketsThatAreForgedOrSomeoneElses() {
        try (var visitor = Visitor.woman(Town.one())) {
            var foreign = visitor.join("casual").path("ticket").asString();
            var claims = foreign.substring(foreign.indexOf('.') + 1, foreign.lastIndexOf('.'));
            var unsigned = Jwts.builder().subject(user.toString()).compact();
            for (var ticket : List.of(
                    foreign,
                    foreign.substring(0, foreign.length() - 2),
                    "eyJhbGciOiJub25lIn0." + claims + ".",
                    unsigned,
                    TestTokens.person(user, "male"))) {
                refusal(Town.join(user, "male", Map.of("intent", "casual", "ticket", ticket)), 400, "invalid-ticket");
            }
        }
    }

    @Test
    void refusesWhoIsInACall() {
        Town.neighbours().inCall(user);
        refusal(Town.join(user, "male", Map.of("intent", "casual")), 409, "in-call");
        Town.neighbours().callEnded(user);
        Town.join(user, "male", Map.of("intent", "casual")).expectStatus().isOk();
    }

    @Test
    void refusesWhoIsSuspendedAndWhoIsAnAdmin() {
        Town.neighbours().suspended(user);
        refusal(Town.join(user, "male", Map.of("intent", "casual")), 403, "forbidden");
        refusal(Town.join(UUID.randomUUID(), "admin", Map.of("intent", "casual")), 403, "forbidden");
    }

    @Test
    void refusesWhoHasToConfirmTheirEmailFirst() {
        Town.neighbours().unverified(user);
        refusal(Town.join(user, "male", Map.of("intent", "casual")), 403, "email-unverified");
        try (var visitor = Visitor.arrive(Town.one(), user, "male")) {
            assertThat(visitor.client()
                            .sendRefused("/app/queue/join", Map.of("intent", "casual"))
                            .path("code")
                            .asString())
                    .isEqualTo("email-unverified");
        }
    }

    @ParameterizedTest
    @CsvSource({"people", "calls"})
    void leavesNothingHalfDoneWhenANeighbourIsDown(String service) {
        Town.neighbours().down(service);
        refusal(Town.join(user, "male", Map.of("intent", "casual")), 503, "unavailable")
                .jsonPath("$.retryAfterSeconds")
                .isNumber();
        try (var visitor = Visitor.arrive(Town.one(), user, "male")) {
            assertThat(visitor.client()
                            .sendRefused("/app/queue/join", Map.of("intent", "casual"))
                            .path("code")
                            .asString())
                    .isEqualTo("unavailable");
        }
        Town.neighbours().allUp();
        Town.get(user, "male", "/api/queue/me").expectStatus().isNoContent();
        Town.join(user, "male", Map.of("intent", "dating")).expectStatus().isOk();
    }

    @Test
    void capsJoinsOfOnePersonOnAllNodesTogether() {
        for (int join = 0; join < 20; join++) {
            Town.join(join % 2 == 0 ? Town.one() : Town.two(), user, "male", Map.of("intent", "casual"))
                    .expectStatus()
                    .isOk();
        }
        Town.join(user, "male", Map.of("intent", "casual"))
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER)
                .expectBody()
                .jsonPath("$.retryAfterSeconds")
                .isNumber();
        Town.join(UUID.randomUUID(), "male", Map.of("intent", "casual"))
                .expectStatus()
                .isOk();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/queue/intents",
        "GET,/api/queue/me",
        "POST,/api/queue/join",
        "DELETE,/api/queue",
        "GET,/api/presence",
        "POST,/internal/queue/restore"
    })
    void asksEveryoneForAToken(String method, String path) {
        refusal(
                Town.one()
                        .rest()
                        .method(org.springframework.http.HttpMethod.valueOf(method))
                        .uri(path)
                        .exchange(),
                401,
                "unauthenticated");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,/api/queue/join,405,method-not-allowed",
        "POST,/api/queue/me,405,method-not-allowed",
        "GET,/api/queue/chess,404,not-found",
        "POST,/api/queue/join,415,unsupported-media-type"
    })
    void refusesWhatIsNotOffered(String method, String path, int status, String code) {
        refusal(
                Town.one()
                        .rest()
                        .method(org.springframework.http.HttpMethod.valueOf(method))
                        .uri(path)
                        .header(HttpHeaders.AUTHORIZATION, Town.bearer(user, "male"))
                        .contentType(MediaType.TEXT_PLAIN)
                        .body("casual")
                        .exchange(),
                status,
                code);
    }

    @Test
    void leavingOverStompNeedsNoBodyAndKnowsNoField() {
        try (var visitor = Visitor.arrive(Town.one(), user, "female")) {
            visitor.leave();
            visitor.client().sendAndAwaitReceipt("/app/queue/leave", "{}");
            assertThat(visitor.client()
                            .sendRefused("/app/queue/leave", Map.of("intent", "casual"))
                            .path("code")
                            .asString())
                    .isEqualTo("unknown-field");
        }
    }

    private ResponseSpec leave() {
        return Town.one()
                .rest()
                .delete()
                .uri("/api/queue")
                .header(HttpHeaders.AUTHORIZATION, Town.bearer(user, "female"))
                .exchange();
    }

    private static org.springframework.test.web.servlet.client.RestTestClient.BodyContentSpec refusal(
            ResponseSpec response, int status, String code) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .value(String.class, actual -> assertThat(code.split("\\|", -1)).contains(actual))
                .jsonPath("$.correlationId")
                .exists();
    }
}
