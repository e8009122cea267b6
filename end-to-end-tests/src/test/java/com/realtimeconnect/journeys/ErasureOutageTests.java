package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.Stack;
import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.localstack.client.Person;
import com.realtimeconnect.test.SharedStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Services cannot be reached when people leave, one after the other. */
@Order(2)
class ErasureOutageTests {

    private static final Duration SURELY = Duration.ofMinutes(3);
    private static final Clients CLIENTS = new Clients();

    @AfterAll
    static void stop() {
        CLIENTS.close();
    }

    @Test
    void noServiceIsSparedBecauseItWasDown() {
        var stack = SharedStack.withNodes(1);
        var traces = new Traces(stack);
        var down = List.of(Service.QUEUING, Service.INTERACTION, Service.HISTORY, Service.COMMUNICATION, Service.USER);
        var leaving = new ArrayList<Person>();
        var texts = new ArrayList<String>();
        try (var first = FullLife.of(CLIENTS, stack.endpoints(1), stack.endpoints(1));
                var second = FullLife.of(CLIENTS, stack.endpoints(1), stack.endpoints(1));
                var third = FullLife.of(CLIENTS, stack.endpoints(1), stack.endpoints(1))) {
            for (var life : List.of(first, second, third)) {
                for (var person : List.of(life.woman(), life.man())) {
                    leaving.add(person);
                    texts.addAll(life.textsOf(person));
                }
            }
            for (var number = 0; number < down.size(); number++) {
                leaveWhileDown(stack, down.get(number), leaving.get(number));
            }
            assertThat(leaving.getLast().erase().status()).isEqualTo(202);
            await().atMost(SURELY)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> leaving.stream().allMatch(person -> traces.isErased(person.userId())));
            assertThat(traces.of(texts)).isEmpty();
        }
    }

    /** Cuts it off from user-service first, or, if that is the one that is asked, kills it at once after its answer. */
    private static void leaveWhileDown(Stack stack, Service service, Person person) {
        if (service == Service.USER) {
            assertThat(person.erase().status()).isEqualTo(202);
            var node = stack.node(service, 1);
            node.kill();
            node.start();
            node.awaitReady();
            return;
        }
        var link = SharedStack.usersLinkTo(service);
        link.cut();
        try {
            if (service != Service.QUEUING) {
                var export = person.get(Service.USER, "/auth/export");
                assertThat(export.status()).as("an export with a hole").isEqualTo(503);
            }
            assertThat(person.erase().status()).isEqualTo(202);
            assertThat(new Traces(stack).confirmations(person.userId())).doesNotContain(service.shortName());
        } finally {
            link.mend();
        }
    }
}
