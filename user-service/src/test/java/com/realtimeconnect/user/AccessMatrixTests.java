package com.realtimeconnect.user;

import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.security.Revocations;
import com.realtimeconnect.common.stomp.CloseCode;
import com.realtimeconnect.test.AccessCallers;
import com.realtimeconnect.test.AccessMatrix;
import com.realtimeconnect.user.token.TokenIssuer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Who may do what here: {@code access-matrix.csv} says it for every endpoint. */
@ApiTest
class AccessMatrixTests {

    private final ApplicationContext service;
    private final Revocations revocations;
    private final TokenIssuer issuer;

    AccessMatrixTests(ApplicationContext service, Revocations revocations, TokenIssuer issuer) {
        this.service = service;
        this.revocations = revocations;
        this.issuer = issuer;
    }

    @Test
    void letsInWhomTheTableSays() {
        var callers = new AccessCallers(
                new OwnTokens(),
                person -> revocations.revokeUser(new UserId(person), CloseCode.SUSPENDED.number()),
                revocations::revokeLogin);
        new AccessMatrix(service, callers).rest().check();
    }

    private final class OwnTokens implements AccessCallers.Tokens {

        @Override
        public String person(UUID userId, String role, UUID loginId) {
            return issuer.forPerson(new UserId(userId), Role.of(role), loginId, 1)
                    .value();
        }

        @Override
        public String service() {
            return issuer.forService("queuing").value();
        }
    }
}
