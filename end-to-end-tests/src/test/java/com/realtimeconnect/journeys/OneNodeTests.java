package com.realtimeconnect.journeys;

import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.test.SharedStack;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;

/** Every journey with one process of each service. */
@Order(1)
class OneNodeTests implements EveryJourney {

    private static final Clients CLIENTS = new Clients();

    @AfterAll
    static void stop() {
        CLIENTS.close();
    }

    @Override
    public Journeys journeys() {
        var stack = SharedStack.withNodes(1);
        return new Journeys(CLIENTS, stack.endpoints(1), stack.endpoints(1));
    }
}
