package com.realtimeconnect.user.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.common.secret.InsecureProductionException;
import com.realtimeconnect.common.secret.ProductionGuard;
import com.realtimeconnect.common.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceCredentialsTests {

    private final ServiceCredentials credentials = new ServiceCredentials(Secret.of("queuing:one:two, history:three"));

    @Test
    void knowsNamesAndSecrets() {
        assertThat(credentials.areRight("queuing", "one:two")).isTrue();
        assertThat(credentials.areRight("history", "three")).isTrue();
        assertThat(credentials.areRight("queuing", "three")).isFalse();
        assertThat(credentials.areRight("nobody", "")).isFalse();
        assertThat(credentials.areRight("Queuing", "one:two")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"queuing", "queuing:", ":secret", "queuing:secret,history"})
    void refusesAListThatIsNoList(String list) {
        assertThatThrownBy(() -> new ServiceCredentials(Secret.of(list))).hasMessageContaining("SERVICE_CLIENTS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "queuing:short", "queuing:local-queuing-service-secret-not-for-production"})
    void refusesWeakSecretsInProductionAndNamesThem(String list) {
        var weak = new ServiceCredentials(Secret.of(list));
        assertThatThrownBy(() -> new ProductionGuard(true, weak.required()))
                .isInstanceOf(InsecureProductionException.class)
                .hasMessageContaining("SERVICE_CLIENTS");
    }
}
