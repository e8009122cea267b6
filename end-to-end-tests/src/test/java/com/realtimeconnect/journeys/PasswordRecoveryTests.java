package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.localstack.Endpoints;
import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.localstack.client.Meeting;
import com.realtimeconnect.localstack.client.Person;
import com.realtimeconnect.localstack.client.Reply;
import com.realtimeconnect.test.Mailbox;
import com.realtimeconnect.test.SharedStack;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Somebody else may be logged in as her; with a code from her mailbox she puts them out, on whichever node they are. */
@Order(6)
class PasswordRecoveryTests {

    /** How soon is measured elsewhere, where nothing else runs. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final Clients CLIENTS = new Clients();

    @AfterAll
    static void stop() {
        CLIENTS.close();
    }

    @Test
    void aNewPasswordClosesEverySocketOnEveryNode() {
        var stack = SharedStack.withNodes(2);
        try (var woman = Person.woman(CLIENTS, stack.endpoints(1), "Wilma")) {
            Meeting.comeOnline(woman);
            woman.moveTo(stack.endpoints(2));
            woman.connect(Service.COMMUNICATION);
            ask(stack.endpoints(1), "/auth/password/reset-code", Map.of("email", woman.email()));
            var code = new Mailbox(stack.mailFolder(), woman.email()).awaitCode("A new password");

            var reset = Map.of("email", woman.email(), "code", code, "newPassword", "amber-lighthouse-7");
            assertThat(ask(stack.endpoints(1), "/auth/password/reset", reset).status())
                    .isEqualTo(204);

            for (var service : new Service[] {Service.QUEUING, Service.INTERACTION, Service.COMMUNICATION}) {
                assertThat(woman.socket(service).awaitClose(SOON)).isEqualTo(4505);
            }
            await().until(() -> woman.get(Service.USER, "/auth/me").status() == 401);
            assertThat(ask(stack.endpoints(1), "/auth/password/reset", reset).code())
                    .isEqualTo("wrong-code");
        }
    }

    private static Reply ask(Endpoints endpoints, String path, Map<String, String> body) {
        return CLIENTS.call(endpoints, Service.USER, "POST", path, body, null);
    }
}
