package com.realtimeconnect.interaction;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.security.Revocations;
import com.realtimeconnect.common.stomp.CloseCode;
import com.realtimeconnect.common.stomp.StompRoutes;
import com.realtimeconnect.interaction.stage.OnStage;
import com.realtimeconnect.interaction.stage.Stage;
import com.realtimeconnect.test.AccessCallers;
import com.realtimeconnect.test.AccessMatrix;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may do what here: {@code access-matrix.csv} says it for every endpoint and every destination. */
@OnStage
class AccessMatrixTests {

    @Test
    void letsInWhomTheTableSays() {
        var service = Stage.first().context();
        var revocations = service.getBean(Revocations.class);
        var callers = AccessCallers.ofTestTokens(
                person -> revocations.revokeUser(new UserId(person), CloseCode.SUSPENDED.number()),
                revocations::revokeLogin);
        new AccessMatrix(service, callers)
                .body("POST /api/interactions/connect", "{\"interactionId\":\"" + UUID.randomUUID() + "\"}")
                .rest()
                .stomp("/ws", service.getBean(StompRoutes.class).patterns())
                .check();
    }
}
