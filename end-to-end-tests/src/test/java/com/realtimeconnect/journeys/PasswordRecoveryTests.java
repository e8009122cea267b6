package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.localstack.Endpoints;
import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.localstack.client.Meeting;
import com.realtimeconnect.localstack.client.Person;
import com.realtimeconnect.localstack.client.Reply;
import com.realtimeconnect.test.SharedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Somebody else may be logged in as her; with a code from her mailbox she puts them out, on whichever node they are. */
@Order(6)
class PasswordRecoveryTests {

    private static final Clients CLIENTS = new Clients();
    private static final Pattern CODE = Pattern.compile("Your code is ([A-Z2-9-]{9})");

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
            var code = await().atMost(Duration.ofSeconds(20))
                    .until(() -> letter(stack.mailFolder(), woman.email()), Optional::isPresent)
                    .orElseThrow();

            var reset = Map.of("email", woman.email(), "code", code, "newPassword", "amber-lighthouse-7");
            assertThat(ask(stack.endpoints(1), "/auth/password/reset", reset).status())
                    .isEqualTo(204);

            for (var service : new Service[] {Service.QUEUING, Service.INTERACTION, Service.COMMUNICATION}) {
                assertThat(woman.socket(service).awaitClose(Duration.ofSeconds(1)))
                        .isEqualTo(4505);
            }
            await().atMost(Duration.ofSeconds(1))
                    .until(() -> woman.get(Service.USER, "/auth/me").status() == 401);
            assertThat(ask(stack.endpoints(1), "/auth/password/reset", reset).code())
                    .isEqualTo("wrong-code");
        }
    }

    private static Reply ask(Endpoints endpoints, String path, Map<String, String> body) {
        return CLIENTS.call(endpoints, Service.USER, "POST", path, body, null);
    }

    private static Optional<String> letter(Path folder, String address) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var letters = Files.newDirectoryStream(folder, "*.eml")) {
            for (var file : letters) {
                var letter = Files.readString(file);
                var code = CODE.matcher(letter);
                if (letter.contains("To: " + address) && code.find()) {
                    return Optional.of(code.group(1));
                }
            }
        }
        return Optional.empty();
    }
}
