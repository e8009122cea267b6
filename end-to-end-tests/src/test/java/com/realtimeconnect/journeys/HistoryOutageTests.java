package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.test.SharedStack;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** history-service is away while calls end. */
@Order(7)
class HistoryOutageTests {

    private static final Clients CLIENTS = new Clients();

    @AfterAll
    static void stop() {
        CLIENTS.close();
    }

    @Test
    void everyCallIsThereOnceAfterwards() {
        var stack = SharedStack.withNodes(2);
        var history = stack.node(Service.HISTORY, 1);
        var couples = new ArrayList<Couple>();
        var calls = new ArrayList<Couple.Call>();
        try {
            for (var node : List.of(1, 2, 1)) {
                couples.add(Couple.online(CLIENTS, stack.endpoints(node), stack.endpoints(3 - node)));
            }
            history.kill();
            for (var couple : couples) {
                var call = couple.talk("casual");
                Journeys.endAndAwait(couple, call);
                calls.add(call);
            }
            assertThat(history.isAlive()).isFalse();
            history.start();
            history.awaitReady();

            for (var number = 0; number < couples.size(); number++) {
                couples.get(number).awaitLoggedOnce(calls.get(number).meeting());
            }
        } finally {
            couples.forEach(Couple::close);
        }
    }
}
