package com.realtimeconnect.user.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class EcKeysTests {

    @RepeatedTest(20)
    void findsThePublicKeyOfAPrivateOne() throws GeneralSecurityException {
        var pair = EcKeys.generate();
        var read = EcKeys.fromPem(EcKeys.toPem(pair.getPrivate()));
        assertThat(EcKeys.publicKeyOf(read)).isEqualTo(pair.getPublic());
    }

    @Test
    void refusesAnotherCurve() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp384r1"));
        var pem = EcKeys.toPem((ECPrivateKey) generator.generateKeyPair().getPrivate());
        assertThatThrownBy(() -> EcKeys.fromPem(pem)).hasMessageContaining("P-256");
    }

    @Test
    void refusesWhatIsNoKey() {
        assertThatThrownBy(() -> EcKeys.fromPem("")).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> EcKeys.fromPem("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> EcKeys.fromPem("-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----"))
                .hasMessageContaining("PKCS#8");
    }
}
