package com.realtimeconnect.common.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.sample.SampleNode;
import com.realtimeconnect.common.security.Revocations;
import com.realtimeconnect.common.stomp.CloseCode;
import com.realtimeconnect.test.StompTestClient;
import com.realtimeconnect.test.TestTokens;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** An ended login reaches live sockets on every node. That it takes less than a second is measured with the whole stack. */
class RevocationReachTests {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final SampleNode local = SampleNode.start();
    private static final SampleNode remote = SampleNode.start();

    private final UUID userId = UUID.randomUUID();
    private final UUID loginId = UUID.randomUUID();
    private final String token = TestTokens.person(userId, "male", loginId, Duration.ofMinutes(5));

    @AfterAll
    static void stop() {
        local.close();
        remote.close();
    }

    @Test
    void closesTheSocketsOfAnEndedLoginAndNoOther() {
        try (var here = StompTestClient.connect(local.endpoint(), token);
                var there = StompTestClient.connect(remote.endpoint(), token);
                var otherLogin = remote.connect(userId)) {
            local.bean(Revocations.class).revokeLogin(loginId);
            assertThat(there.awaitClose(SOON)).isEqualTo(4505);
            assertThat(here.awaitClose(SOON)).isEqualTo(4505);
            otherLogin.sendAndAwaitReceipt("/app/nothing", "");
        }
    }

    @Test
    void closesEverySocketOfASuspendedPerson() {
        try (var here = StompTestClient.connect(local.endpoint(), token);
                var there = remote.connect(userId)) {
            local.bean(Revocations.class).revokeUser(new UserId(userId), CloseCode.SUSPENDED.number());
            assertThat(there.awaitClose(SOON)).isEqualTo(4502);
            assertThat(here.awaitClose(SOON)).isEqualTo(4502);
        }
    }

    @Test
    void refusesATokenOfAnEndedLogin() {
        try (var before = StompTestClient.connect(remote.endpoint(), token)) {
            local.bean(Revocations.class).revokeLogin(loginId);
            before.awaitClose(SOON);
        }
        try (var again = StompTestClient.open(remote.endpoint())) {
            again.connect(token);
            assertThat(again.awaitClose()).isEqualTo(4501);
        }
    }
}
