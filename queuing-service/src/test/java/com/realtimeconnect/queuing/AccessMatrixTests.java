package com.realtimeconnect.queuing;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.security.Revocations;
import com.realtimeconnect.common.stomp.CloseCode;
import com.realtimeconnect.common.stomp.StompRoutes;
import com.realtimeconnect.test.AccessCallers;
import com.realtimeconnect.test.AccessMatrix;
import org.junit.jupiter.api.Test;

/** Who may do what here: {@code access-matrix.csv} says it for every endpoint and every destination. */
class AccessMatrixTests {

    @Test
    void letsInWhomTheTableSays() {
        var service = Town.one().context();
        var revocations = service.getBean(Revocations.class);
        var callers = AccessCallers.ofTestTokens(
                person -> revocations.revokeUser(new UserId(person), CloseCode.SUSPENDED.number()),
                revocations::revokeLogin);
        new AccessMatrix(service, callers)
                .body("POST /api/queue/join", "{\"intent\":\"nowhere\"}")
                .body("SEND /app/queue/join", "{\"intent\":\"nowhere\"}")
                .rest()
                .stomp("/ws", service.getBean(StompRoutes.class).patterns())
                .check();
    }
}
