package com.realtimeconnect.interaction.iceserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.common.secret.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IcePropertiesTests {

    private static final String STRONG = "a-long-secret-of-its-own";

    @Test
    void relaysOnlyIfItIsAskedForOrPossibleOrProduction() {
        assertThat(properties("", false, false, null).isRelayOnly()).isFalse();
        assertThat(properties("relay", false, false, null).isRelayOnly()).isTrue();
        assertThat(properties("", true, false, STRONG).isRelayOnly()).isTrue();
        assertThat(properties("all", true, true, STRONG).isRelayOnly()).isFalse();
        assertThat(properties("", false, true, null).isRelayOnly()).isTrue();
    }

    @Test
    void needsATurnServerForPrivacyInProduction() {
        assertThat(properties("", false, true, null).isRelayPossible()).isFalse();
        assertThat(properties("", true, true, STRONG).isRelayPossible()).isTrue();
        assertThat(properties("all", false, true, null).isRelayPossible()).isTrue();
        assertThat(properties("", true, false, null).isTurnComplete()).isFalse();
    }

    @Test
    void needsAStrongSecretInProduction() {
        assertThat(properties("", true, true, "short").isSecretStrong()).isFalse();
        assertThat(properties("", true, true, STRONG + "-not-for-production").isSecretStrong())
                .isFalse();
        assertThat(properties("", true, true, STRONG).isSecretStrong()).isTrue();
        assertThat(properties("", true, false, "short").isSecretStrong()).isTrue();
    }

    @Test
    void knowsTwoKindsOfPrivacy() {
        assertThat(properties("none", false, false, null).isPrivacyKnown()).isFalse();
        assertThat(properties("all", false, false, null).isPrivacyKnown()).isTrue();
    }

    private static IceProperties properties(String privacy, boolean turn, boolean production, @Nullable String secret) {
        return new IceProperties(
                privacy,
                turn ? List.of("turn:turn.example.org") : List.of(),
                List.of(),
                secret == null ? null : Secret.of(secret),
                production);
    }
}
