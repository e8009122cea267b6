package com.realtimeconnect.user.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.user.SecondNode;
import com.realtimeconnect.user.UserApi;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FirstAdminTests {

    @Test
    void isMadeOnceAndKeepsThePassword() {
        var email = "Admin." + UUID.randomUUID() + "@example.org";
        try (var node = SecondNode.start("ADMIN_EMAIL=" + email, "ADMIN_PASSWORD=granite-orchard-88")) {
            var api = new UserApi(() -> SecondNode.port(node));
            var login = api.logIn(email, "granite-orchard-88");
            assertThat(login.status()).isEqualTo(200);
            assertThat(login.text("user.role")).isEqualTo("admin");
            assertThat(login.json().at("/user/birthDate").isNull()).isTrue();
            assertThat(api.get("/profile", login.text("accessToken")).status()).isEqualTo(200);

            node.getBean(FirstAdmin.class).run(new org.springframework.boot.DefaultApplicationArguments());
            assertThat(api.logIn(email, "granite-orchard-88").status()).isEqualTo(200);
        }
    }

    @Test
    void isNotMadeWithAWeakPassword() {
        assertThatThrownBy(() -> SecondNode.start("ADMIN_EMAIL=admin@example.org", "ADMIN_PASSWORD=password123")
                        .close())
                .hasStackTraceContaining("ADMIN_PASSWORD");
    }
}
