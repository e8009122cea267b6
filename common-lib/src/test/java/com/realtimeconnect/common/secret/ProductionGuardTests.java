package com.realtimeconnect.common.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProductionGuardTests {

    private static final RequiredSecret MISSING = new RequiredSecret("MISSING_SECRET", null, 32);
    private static final RequiredSecret WEAK = new RequiredSecret("WEAK_SECRET", Secret.of("short"), 32);
    private static final RequiredSecret DEFAULT =
            new RequiredSecret("DEFAULT_SECRET", Secret.of("a-long-local-default-that-is-not-for-production"), 32);
    private static final RequiredSecret GOOD =
            new RequiredSecret("GOOD_SECRET", Secret.of("0123456789abcdef0123456789abcdef"), 32);

    @Test
    void namesEverySecretThatIsNotFit() {
        assertThatThrownBy(() -> new ProductionGuard(true, List.of(MISSING, WEAK, DEFAULT, GOOD)))
                .isInstanceOf(InsecureProductionException.class)
                .hasMessageContaining("MISSING_SECRET is missing")
                .hasMessageContaining("WEAK_SECRET is weak")
                .hasMessageContaining("DEFAULT_SECRET still has its local default")
                .hasMessageNotContaining("GOOD_SECRET")
                .hasMessageNotContaining("a-long-local-default");
    }

    @Test
    void acceptsGoodSecretsAndAnythingOnADesk() {
        assertThatCode(() -> new ProductionGuard(true, List.of(GOOD))).doesNotThrowAnyException();
        assertThatCode(() -> new ProductionGuard(false, List.of(MISSING, WEAK))).doesNotThrowAnyException();
    }

    @Test
    void neverPrintsASecret() {
        assertThat("" + GOOD).doesNotContain("0123456789abcdef");
    }
}
