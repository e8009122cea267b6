package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.test.SharedStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** People leave, and take everything with them. */
@Order(13)
class ErasureTests {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration SURELY = Duration.ofMinutes(3);
    private static final Clients CLIENTS = new Clients();

    @AfterAll
    static void stop() {
        CLIENTS.close();
    }

    @Test
    void whoLeavesIsShownEverythingAndThenForgotten() {
        var stack = SharedStack.withNodes(2);
        try (var life = FullLife.of(CLIENTS, stack.endpoints(1), stack.endpoints(2))) {
            var woman = life.woman();
            var traces = new Traces(stack);
            var export = woman.get(Service.USER, "/auth/export").orThrow("export");
            assertThat(export.propertyNames())
                    .contains(
                            "account",
                            "profile",
                            "assets",
                            "logins",
                            "blocks",
                            "reports",
                            "interactions",
                            "consentLog",
                            "history",
                            "connections",
                            "summary",
                            "rooms",
                            "messages");
            assertThat(export.toString()).contains(life.textsOf(woman));
            assertThat(export.path("logins").size()).isEqualTo(3);
            assertThat(export.path("messages").size()).isEqualTo(3);
            assertThat(export.toString())
                    .as("his name and words to her, and nothing else of his")
                    .contains("said by " + life.man().name())
                    .doesNotContain(
                            life.man().email(), "biography of " + life.man().name(), "tag-balthasar");
            assertThat(life.photoStatus()).isEqualTo(200);

            assertThat(woman.erase().status()).isEqualTo(202);
            for (var service : List.of(Service.QUEUING, Service.INTERACTION, Service.COMMUNICATION)) {
                assertThat(woman.socket(service).awaitClose(SOON))
                        .as(service.fullName())
                        .isEqualTo(4505);
            }
            await().untilAsserted(() -> {
                assertThat(woman.get(Service.HISTORY, "/api/history/summary").status())
                        .isEqualTo(401);
                assertThat(woman.get(Service.USER, "/auth/me").status()).isEqualTo(401);
            });
            await().atMost(SURELY).until(() -> traces.isErased(woman.userId()));

            assertThat(traces.of(life.textsOf(woman))).isEmpty();
            assertThat(life.photoStatus()).isEqualTo(404);
            assertThat(life.meeting().logged(life.man()).getFirst().path("peer"))
                    .hasToString("{\"erased\":true}");
            var rooms = life.man().get(Service.COMMUNICATION, "/api/rooms").orThrow("rooms");
            assertThat(rooms.path("items").path(0).path("peer")).hasToString("{\"erased\":true}");
            var messages = life.man()
                    .get(Service.COMMUNICATION, "/api/rooms/" + life.room() + "/messages?afterSeq=0")
                    .orThrow("messages")
                    .path("items");
            assertThat(messages.size()).isEqualTo(3);
            assertThat(messages.path(0).path("body").isNull()).isTrue();
            assertThat(messages.path(1).path("body").asString())
                    .isEqualTo("said by " + life.man().name());
            assertThat(traces.of(life.textsOf(life.man())))
                    .as("he is still there")
                    .isNotEmpty();

            var again = CLIENTS.call(
                    stack.endpoints(1),
                    Service.USER,
                    "POST",
                    "/auth/register",
                    Map.of(
                            "email",
                            woman.email(),
                            "password",
                            "Tulip-" + woman.userId(),
                            "displayName",
                            "Somebody",
                            "role",
                            "female",
                            "birthDate",
                            "1995-05-17"),
                    null);
            assertThat(again.status()).isEqualTo(201);
        }
    }
}
