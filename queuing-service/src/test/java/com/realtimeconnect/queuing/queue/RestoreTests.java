package com.realtimeconnect.queuing.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.queuing.Matches;
import com.realtimeconnect.queuing.Town;
import com.realtimeconnect.queuing.Visitor;
import com.realtimeconnect.test.TestTokens;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** interaction-service gives a place back after a match that came to nothing. */
class RestoreTests {

    @BeforeEach
    void clear() {
        Town.clear();
    }

    @Test
    void putsTheInnocentSideBackAtTheOldPlaceAtOnce() {
        try (var woman = Visitor.woman(Town.two());
                var man = Visitor.man(Town.one());
                var other = Visitor.woman(Town.one())) {
            woman.join(Map.of("intent", "casual", "ageMin", 25));
            var ticket = matchedTicket(woman, man);
            other.join("casual");
            Town.neighbours().declined(woman.id(), man.id());

            assertRestored(restore(woman.id(), ticket), true);

            var again = woman.client().awaitEvent("queue-joined");
            assertThat(again.path("position").asInt()).isEqualTo(1);
            assertThat(again.path("intent").asString()).isEqualTo("casual");
            try (var young = Visitor.man(Town.one())) {
                Town.neighbours().age(young.id(), 20);
                young.join("casual");
                assertThat(other.awaitLeft()).isEqualTo("matched");
            }
        }
    }

    @Test
    void doesItOnceHoweverOftenItIsAsked() {
        try (var woman = Visitor.woman(Town.one());
                var man = Visitor.man(Town.one())) {
            woman.join("casual");
            var ticket = matchedTicket(woman, man);
            Town.neighbours().declined(woman.id(), man.id());
            assertRestored(restore(woman.id(), ticket), true);
            assertRestored(restore(woman.id(), ticket), false);
            woman.leave();
            assertRestored(restore(woman.id(), ticket), false);
            Town.get(woman.id(), "female", "/api/queue/me").expectStatus().isNoContent();
        }
    }

    @Test
    void leavesAloneWhoIsGoneOrInACallOrQueuesForSomethingElse() {
        try (var woman = Visitor.woman(Town.one());
                var man = Visitor.man(Town.one())) {
            woman.join("casual");
            var ticket = matchedTicket(woman, man);
            var his = Matches.with(Town.one().redis(), "casual", man.id())
                    .orElseThrow()
                    .man()
                    .ticket();
            Town.neighbours().inCall(woman.id());
            assertRestored(restore(woman.id(), ticket), false);
            Town.neighbours().callEnded(woman.id());

            Town.neighbours().declined(woman.id(), man.id());
            woman.join("dating");
            assertRestored(restore(woman.id(), ticket), false);

            man.close();
            org.awaitility.Awaitility.await().untilAsserted(() -> assertRestored(restore(man.id(), his), false));
        }
    }

    @Test
    void isForServicesOnly() {
        try (var woman = Visitor.woman(Town.one())) {
            var ticket = woman.join("casual").path("ticket").asString();
            request("Bearer " + TestTokens.person(woman.id(), "female"), body(woman.id(), ticket, "failed"))
                    .expectStatus()
                    .isForbidden();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"userId\": \"8d2c3b1e-0000-7000-8000-000000000000\", \"reason\": \"failed\"}",
                "{\"ticket\": \"x\", \"userId\": \"8d2c3b1e-0000-7000-8000-000000000000\"}",
                "{\"ticket\": \"x\", \"userId\": \"nobody\", \"reason\": \"failed\"}",
                "{\"ticket\": \"x\", \"userId\": \"8d2c3b1e-0000-7000-8000-000000000000\", \"reason\": \"bored\"}",
                "{\"ticket\": \"x\", \"userId\": \"8d2c3b1e-0000-7000-8000-000000000000\", \"reason\": \"failed\"}",
                "{\"ticket\": ",
                ""
            })
    void refusesWhatMakesNoSense(String body) {
        request("Bearer " + TestTokens.service("interaction"), body)
                .expectStatus()
                .isBadRequest();
    }

    /** Lets this man meet the woman who waits, and answers the ticket that was in her match. */
    private static String matchedTicket(Visitor woman, Visitor man) {
        man.join("casual");
        assertThat(woman.awaitLeft()).isEqualTo("matched");
        return Matches.with(Town.one().redis(), "casual", woman.id())
                .orElseThrow()
                .woman()
                .ticket();
    }

    private static ResponseSpec restore(UUID user, String ticket) {
        return request("Bearer " + TestTokens.service("interaction"), body(user, ticket, "declined"));
    }

    private static String body(UUID user, String ticket, String reason) {
        return "{\"ticket\": \"%s\", \"userId\": \"%s\", \"reason\": \"%s\"}".formatted(ticket, user, reason);
    }

    private static ResponseSpec request(String authorization, String body) {
        return Town.one()
                .rest()
                .post()
                .uri("/internal/queue/restore")
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private static void assertRestored(ResponseSpec response, boolean restored) {
        response.expectStatus().isOk().expectBody().jsonPath("$.restored").isEqualTo(restored);
    }
}
