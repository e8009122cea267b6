package com.realtimeconnect.queuing.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.queuing.Town;
import com.realtimeconnect.queuing.Visitor;
import com.realtimeconnect.test.TestTokens;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class QueueErasureTests {

    @BeforeEach
    void clear() {
        Town.clear();
    }

    @Test
    void takesAPersonOutOfTheQueueAndOutOfRedis() {
        try (var woman = Visitor.woman(Town.one())) {
            woman.join("dating");
            assertThat(keysOf(woman.id())).isNotEmpty();

            erase(woman.id(), "Bearer " + TestTokens.service("user"))
                    .expectStatus()
                    .isOk();
            assertThat(woman.awaitLeft()).isEqualTo("asked");
            assertThat(keysOf(woman.id()))
                    .filteredOn(key -> !key.startsWith("presence:") && !key.startsWith("connect:"))
                    .isEmpty();
            erase(woman.id(), "Bearer " + TestTokens.service("user"))
                    .expectStatus()
                    .isOk();
        }
    }

    @Test
    void isForServicesOnly() {
        var man = UUID.randomUUID();
        erase(man, Town.bearer(man, "male")).expectStatus().isForbidden();
    }

    private static ResponseSpec erase(UUID person, String authorization) {
        return Town.two()
                .rest()
                .delete()
                .uri("/internal/people/" + person)
                .header(HttpHeaders.AUTHORIZATION, authorization)
                .exchange();
    }

    private static Set<String> keysOf(UUID person) {
        var keys = Town.one().redis().keys("*" + person + "*");
        return keys == null ? Set.of() : keys;
    }
}
