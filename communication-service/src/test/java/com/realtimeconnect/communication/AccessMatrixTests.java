package com.realtimeconnect.communication;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.security.Revocations;
import com.realtimeconnect.common.stomp.CloseCode;
import com.realtimeconnect.common.stomp.StompRoutes;
import com.realtimeconnect.test.AccessCallers;
import com.realtimeconnect.test.AccessMatrix;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who may do what here: {@code access-matrix.csv} says it for every endpoint and every destination. */
@ChatTest
class AccessMatrixTests {

    @Test
    void letsInWhomTheTableSays(@Autowired ApplicationContext service) {
        var revocations = service.getBean(Revocations.class);
        var callers = AccessCallers.ofTestTokens(
                person -> revocations.revokeUser(new UserId(person), CloseCode.SUSPENDED.number()),
                revocations::revokeLogin);
        new AccessMatrix(service, callers)
                .rest()
                .stomp("/chat", service.getBean(StompRoutes.class).patterns())
                .check();
    }
}
