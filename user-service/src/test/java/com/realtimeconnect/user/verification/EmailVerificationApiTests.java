package com.realtimeconnect.user.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.user.MailServer;
import com.realtimeconnect.user.SecondNode;
import com.realtimeconnect.user.UserApi;
import com.realtimeconnect.user.UserApi.Answer;
import com.realtimeconnect.user.UserApi.Member;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** A node that demands confirmed addresses, beside those that do not. */
class EmailVerificationApiTests {

    private static ConfigurableApplicationContext node;
    private static UserApi api;

    private final MailServer mail = MailServer.shared();

    @BeforeAll
    static void start() {
        node = SecondNode.start("EMAIL_VERIFICATION=required");
        api = new UserApi(() -> SecondNode.port(node));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void sendsACodeToANewPersonWhoConfirmsWithIt() {
        var woman = api.woman();
        assertThat(isToConfirm(woman)).isTrue();
        assertThat(isVerified(woman)).isFalse();
        var code = mail.awaitCode(woman.email(), 1);

        assertThat(verify(woman, code).status()).isEqualTo(204);

        assertThat(isVerified(woman)).isTrue();
        assertThat(isToConfirm(woman)).isFalse();
        assertThat(verify(woman, code).status()).isEqualTo(204);
        assertThat(sendAgain(woman).code()).isEqualTo("already-verified");
    }

    @Test
    void sendsAnotherCodeThatReplacesTheFirst() {
        var woman = api.woman();
        var first = mail.awaitCode(woman.email(), 1);
        assertThat(sendAgain(woman).status()).isEqualTo(202);
        var second = mail.awaitCode(woman.email(), 2);

        assertThat(verify(woman, first).code()).isEqualTo("wrong-code");
        assertThat(verify(woman, second).status()).isEqualTo(204);
    }

    @Test
    void takesNobodyElsesCodeAndNoneForAnotherPurpose() {
        var woman = api.woman();
        var man = api.man();
        assertThat(verify(man, mail.awaitCode(woman.email(), 1)).code()).isEqualTo("wrong-code");
        api.post("/auth/password/reset-code", null, Map.of("email", man.email()));
        assertThat(verify(man, mail.awaitCode(man.email(), 2)).code()).isEqualTo("wrong-code");
        assertThat(isVerified(man)).isFalse();
    }

    @Test
    void sendsSoManyCodesAndNoMore() {
        var woman = api.woman();
        for (var i = 0; i < 5; i++) {
            assertThat(sendAgain(woman).status()).isEqualTo(202);
        }
        assertThat(sendAgain(woman).status()).isEqualTo(429);
    }

    @Test
    void wantsToKnowWhoAsks() {
        assertThat(api.post("/auth/email/verification", null, "").status()).isEqualTo(401);
        assertThat(api.post("/auth/email/verify", null, Map.of("code", "2222-2222"))
                        .status())
                .isEqualTo(401);
        var woman = api.woman();
        for (var body :
                new String[] {"{}", "{\"code\":\"\"}", "{\"code\":7}", "{\"code\":\"2222-2222\",\"email\":\"x\"}", "x"
                }) {
            assertThat(api.post("/auth/email/verify", woman.accessToken(), body).status())
                    .isEqualTo(400);
        }
    }

    private static Answer verify(Member member, String code) {
        return api.post("/auth/email/verify", member.accessToken(), Map.of("code", code));
    }

    private static Answer sendAgain(Member member) {
        return api.post("/auth/email/verification", member.accessToken(), "");
    }

    private static boolean isVerified(Member member) {
        return api.get("/auth/me", member.accessToken())
                .json()
                .get("emailVerified")
                .asBoolean();
    }

    private static boolean isToConfirm(Member member) {
        return api.get("/internal/people?id=" + member.id(), api.serviceToken())
                .json()
                .at("/0/mustVerifyEmail")
                .asBoolean();
    }
}
