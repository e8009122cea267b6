package com.realtimeconnect.user.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.test.LocalServices;
import com.realtimeconnect.user.ApiTest;
import com.realtimeconnect.user.ShiftedClock;
import com.realtimeconnect.user.UserApi;
import com.realtimeconnect.user.UserApi.Member;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

@ApiTest
class LoginApiTests {

    private final UserApi api;
    private final ShiftedClock clock;
    private final StringRedisTemplate redis;

    LoginApiTests(UserApi api, ShiftedClock clock, StringRedisTemplate redis) {
        this.api = api;
        this.clock = clock;
        this.redis = redis;
    }

    @Test
    void answersLikeRegistration() {
        var woman = api.woman();
        var answer = api.logIn(woman.email(), UserApi.PASSWORD);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        assertThat(answer.json().propertyNames())
                .containsExactlyInAnyOrder("user", "accessToken", "tokenType", "expiresInSeconds", "refreshToken");
        assertThat(answer.text("user.userId")).isEqualTo(woman.id().toString());
    }

    @Test
    void tellsWrongAddressAndWrongPasswordApartByNothing() {
        var woman = api.woman();
        var wrongPassword = api.logIn(woman.email(), "not-her-password");
        var wrongAddress = api.logIn(UUID.randomUUID() + "@example.org", "not-her-password");
        var noAddress = api.logIn("nobody", "not-her-password");
        var tooLong = api.logIn(woman.email(), UserApi.PASSWORD + "x".repeat(200));

        for (var answer : new UserApi.Answer[] {wrongPassword, wrongAddress, noAddress, tooLong}) {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("bad-credentials");
            assertThat(answer.text("detail")).isEqualTo(wrongPassword.text("detail"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\":\"a@example.org\"}",
                "{\"password\":\"x\"}",
                "{\"email\":null,\"password\":\"x\"}",
                "{\"email\":\"\",\"password\":\"x\"}",
                "{\"email\":7,\"password\":\"x\"}",
                "{\"email\":\"a\\u0000@example.org\",\"password\":\"x\"}",
                "{\"email\":\"a@example.org\",\"password\":\"x\",\"role\":\"admin\"}",
                "{\"email\":\"a@example.org\",\"password\":[\"x\"]}",
                "{\"email\":\"a@example.org\",",
                ""
            })
    void refusesWhatIsNoLogin(String body) {
        assertThat(api.post("/auth/login", null, body).status()).isEqualTo(400);
    }

    @Test
    void slowsDownGuessingOnOneAccountMoreAndMore() {
        var victim = api.woman();
        for (var i = 0; i < 5; i++) {
            assertThat(api.logIn(victim.email(), "wrong-guess-" + i).status()).isEqualTo(401);
        }
        var first = api.logIn(victim.email(), UserApi.PASSWORD);
        assertThat(first.status()).isEqualTo(429);
        assertThat(first.code()).isEqualTo("too-many-requests");
        var wait = first.json().get("retryAfterSeconds").asLong();
        assertThat(wait).isBetween(1L, 5L);
        assertThat(first.header("retry-after")).isEqualTo(Long.toString(wait));

        clock.advance(Duration.ofSeconds(6));
        assertThat(api.logIn(victim.email(), "wrong-again").status()).isEqualTo(401);
        var longer = api.logIn(victim.email(), "wrong-again")
                .json()
                .get("retryAfterSeconds")
                .asLong();
        assertThat(longer).isBetween(6L, 10L);

        clock.advance(Duration.ofSeconds(11));
        assertThat(api.logIn(victim.email(), UserApi.PASSWORD).status()).isEqualTo(200);
        assertThat(api.logIn(victim.email(), "one-more-mistake").status()).isEqualTo(401);
        assertThat(api.logIn(victim.email(), UserApi.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void slowsDownGuessingAtAnAddressThatHasNoAccountJustSo() {
        var nobody = UUID.randomUUID() + "@example.org";
        for (var i = 0; i < 5; i++) {
            assertThat(api.logIn(nobody, "wrong-guess-" + i).status()).isEqualTo(401);
        }
        assertThat(api.logIn(nobody, "wrong-guess").status()).isEqualTo(429);
    }

    @Test
    void renewsAHashOfLowerCost() throws SQLException {
        var woman = api.woman();
        setHash(woman, new BCryptPasswordEncoder(4).encode("older-and-cheaper"));
        assertThat(api.logIn(woman.email(), "older-and-cheaper").status()).isEqualTo(200);
        assertThat(hash(woman)).startsWith("$2a$05$");
        assertThat(api.logIn(woman.email(), "older-and-cheaper").status()).isEqualTo(200);
    }

    @Test
    void endsALoginEverywhere() {
        var woman = api.woman();
        assertThat(api.post("/auth/logout", woman.accessToken(), "").status()).isEqualTo(204);

        api.awaitShutOut(woman.accessToken());
        assertThat(api.refresh(woman.refreshToken()).code()).isEqualTo("invalid-refresh-token");
    }

    @Test
    void listsLoginsAndEndsOne() {
        var woman = api.woman();
        var phone = api.logIn(woman.email(), UserApi.PASSWORD);
        var page = api.get("/auth/logins", woman.accessToken());
        assertThat(page.json().get("items").size()).isEqualTo(2);
        assertThat(page.json().get("nextCursor").isNull()).isTrue();
        assertThat(page.json().at("/items/0/current").asBoolean()).isFalse();
        assertThat(page.json().at("/items/1/current").asBoolean()).isTrue();
        assertThat(page.json().at("/items/0/userAgent").asString()).startsWith("Java-http-client");

        var first = api.get("/auth/logins?limit=1", woman.accessToken());
        var second = api.get("/auth/logins?limit=1&cursor=" + first.text("nextCursor"), woman.accessToken());
        assertThat(second.text("items.0.loginId")).isEqualTo(page.text("items.1.loginId"));
        assertThat(api.get("/auth/logins?limit=0", woman.accessToken()).status())
                .isEqualTo(400);
        assertThat(api.get("/auth/logins?cursor=nonsense", woman.accessToken()).status())
                .isEqualTo(400);

        var phoneLogin = page.text("items.0.loginId");
        assertThat(api.delete("/auth/logins/" + phoneLogin, api.man().accessToken())
                        .status())
                .isEqualTo(404);
        assertThat(api.delete("/auth/logins/" + phoneLogin, woman.accessToken()).status())
                .isEqualTo(204);
        assertThat(api.delete("/auth/logins/" + phoneLogin, woman.accessToken()).status())
                .isEqualTo(404);
        assertThat(api.delete("/auth/logins/not-an-id", woman.accessToken()).status())
                .isEqualTo(400);
        api.awaitShutOut(phone.text("accessToken"));
        assertThat(api.get("/auth/me", woman.accessToken()).status()).isEqualTo(200);
    }

    @Test
    void endsEveryOtherLoginWithANewPassword() {
        var woman = api.woman();
        var phone = api.logIn(woman.email(), UserApi.PASSWORD);
        var changed = api.put(
                "/auth/password",
                woman.accessToken(),
                Map.of("currentPassword", UserApi.PASSWORD, "newPassword", "amber-lighthouse-7"));
        assertThat(changed.status()).isEqualTo(204);

        api.awaitShutOut(phone.text("accessToken"));
        assertThat(api.refresh(phone.text("refreshToken")).status()).isEqualTo(401);
        assertThat(api.get("/auth/me", woman.accessToken()).status()).isEqualTo(200);
        assertThat(api.refresh(woman.refreshToken()).status()).isEqualTo(200);
        assertThat(api.logIn(woman.email(), UserApi.PASSWORD).status()).isEqualTo(401);
        assertThat(api.logIn(woman.email(), "amber-lighthouse-7").status()).isEqualTo(200);
    }

    @Test
    void keepsThePasswordWhenTheChangeIsNotInOrder() {
        var woman = api.woman();
        var wrong = api.put(
                "/auth/password",
                woman.accessToken(),
                Map.of("currentPassword", "not-her-password", "newPassword", "amber-lighthouse-7"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.code()).isEqualTo("bad-credentials");
        for (var bad : new String[] {"short", "password123", woman.email(), "x".repeat(73)}) {
            var refused = api.put(
                    "/auth/password",
                    woman.accessToken(),
                    Map.of("currentPassword", UserApi.PASSWORD, "newPassword", bad));
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("errors.0.field")).isEqualTo("newPassword");
        }
        assertThat(api.logIn(woman.email(), UserApi.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void tellsAnEmptiedRedisWhichLoginsEnded() {
        var woman = api.woman();
        assertThat(api.post("/auth/logout", woman.accessToken(), "").status()).isEqualTo(204);
        Objects.requireNonNull(redis.getConnectionFactory())
                .getConnection()
                .serverCommands()
                .flushAll();

        await().until(() -> Boolean.TRUE.equals(redis.hasKey(RevocationKeeper.MARK)));
        assertThat(redis.opsForZSet().size("connect:revocations")).isPositive();
    }

    @Test
    void wantsATokenForEverythingElse() {
        for (var path : new String[] {"/auth/me", "/auth/logins", "/profile", "/profile/assets"}) {
            assertThat(api.get(path, null).code()).isEqualTo("unauthenticated");
            assertThat(api.get(path, "nonsense").code()).isEqualTo("invalid-token");
            assertThat(api.get(path, api.serviceToken()).status()).isEqualTo(403);
        }
        assertThat(api.post("/auth/logout", null, "").status()).isEqualTo(401);
        assertThat(api.get("/nothing/here", null).status()).isEqualTo(404);
        assertThat(api.get("/auth/login", null).status()).isEqualTo(405);
    }

    private static String hash(Member member) throws SQLException {
        try (var connection = LocalServices.shared().dataSource("user_service").getConnection();
                var statement = connection.prepareStatement("select password_hash from users.accounts where id = ?")) {
            statement.setObject(1, member.id());
            try (var found = statement.executeQuery()) {
                found.next();
                return found.getString(1);
            }
        }
    }

    private static void setHash(Member member, String hash) throws SQLException {
        try (var connection = LocalServices.shared().dataSource("user_service").getConnection();
                var statement =
                        connection.prepareStatement("update users.accounts set password_hash = ? where id = ?")) {
            statement.setString(1, hash);
            statement.setObject(2, member.id());
            statement.executeUpdate();
        }
    }
}
