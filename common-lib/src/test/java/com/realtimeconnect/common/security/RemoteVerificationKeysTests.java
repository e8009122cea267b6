package com.realtimeconnect.common.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.test.MutableClock;
import com.realtimeconnect.test.Neighbours;
import com.realtimeconnect.test.Neighbours.Reply;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import java.net.URI;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;

class RemoteVerificationKeysTests {

    private static final KeyPair FIRST = Jwts.SIG.ES256.keyPair().build();
    private static final KeyPair SECOND = Jwts.SIG.ES256.keyPair().build();

    private final MutableClock clock = MutableClock.start();
    private final Neighbours userService = Neighbours.start();
    private final RemoteVerificationKeys keys = new RemoteVerificationKeys(
            RestClient.builder()
                    .requestFactory(ServiceClients.boundedRequests())
                    .build(),
            URI.create(userService.url() + "/jwks"),
            clock);

    @AfterEach
    void stop() {
        userService.close();
    }

    @Test
    void findsANewKeyAsSoonAsItIsPublished() {
        publish(jwk("first", FIRST));
        assertThat(keys.find("first")).isEqualTo(FIRST.getPublic());

        publish(jwk("first", FIRST) + "," + jwk("second", SECOND));
        clock.advance(Duration.ofSeconds(2));

        assertThat(keys.find("second")).isEqualTo(SECOND.getPublic());
        assertThat(keys.find("first")).isEqualTo(FIRST.getPublic());
    }

    @Test
    void asksAtMostOnceASecondForNamesThatDoNotExist() {
        publish(jwk("first", FIRST));
        keys.find("first");

        for (var attempt = 0; attempt < 100; attempt++) {
            assertThat(keys.find("made-up-" + attempt)).isNull();
        }

        assertThat(userService.requests()).hasSize(1);
    }

    @Test
    void keepsTheKnownKeysWhileUserServiceIsDown() {
        publish(jwk("first", FIRST));
        keys.find("first");

        userService.answer("GET", "/jwks", request -> new Reply(503, ""));
        clock.advance(Duration.ofHours(1));

        assertThat(keys.find("first")).isEqualTo(FIRST.getPublic());
    }

    @Test
    void saysThatItCannotTellBeforeItKnowsAnyKey() {
        userService.answer("GET", "/jwks", request -> Reply.ok("not json"));

        assertThatThrownBy(() -> keys.find("first"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type().status()).isEqualTo(503));
    }

    private void publish(String jwks) {
        userService.answer("GET", "/jwks", request -> Reply.ok("{\"keys\":[" + jwks + "]}"));
    }

    private static String jwk(String keyId, KeyPair pair) {
        var key = Jwks.builder().key((ECPublicKey) pair.getPublic()).id(keyId).build();
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"%s\",\"x\":\"%s\",\"y\":\"%s\"}"
                .formatted(keyId, key.get("x"), key.get("y"));
    }
}
