package com.realtimeconnect.user.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.test.LocalServices;
import com.realtimeconnect.user.ApiTest;
import com.realtimeconnect.user.MailServer;
import com.realtimeconnect.user.ShiftedClock;
import com.realtimeconnect.user.UserApi;
import com.realtimeconnect.user.UserApi.Answer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
class PasswordRecoveryApiTests {

    private static final String NEW_PASSWORD = "amber-lighthouse-7";

    private final UserApi api;
    private final ShiftedClock clock;
    private final MailServer mail = MailServer.shared();

    PasswordRecoveryApiTests(UserApi api, ShiftedClock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Test
    void givesANewPasswordForACodeAndEndsEveryLogin() {
        var woman = api.woman();
        var phone = api.logIn(woman.email(), UserApi.PASSWORD);
        assertThat(ask(woman.email().toUpperCase(Locale.ROOT)).status()).isEqualTo(202);
        var code = mail.awaitCode(woman.email(), 1);

        assertThat(reset(woman.email(), code, NEW_PASSWORD).status()).isEqualTo(204);

        for (var token : new String[] {woman.accessToken(), phone.text("accessToken")}) {
            api.awaitShutOut(token);
        }
        assertThat(api.refresh(woman.refreshToken()).status()).isEqualTo(401);
        assertThat(api.logIn(woman.email(), UserApi.PASSWORD).status()).isEqualTo(401);
        var again = api.logIn(woman.email(), NEW_PASSWORD);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/user/emailVerified").asBoolean()).isTrue();
    }

    @Test
    void readsACodeHoweverItIsTyped() {
        var woman = api.woman();
        ask(woman.email());
        var typed =
                " " + mail.awaitCode(woman.email(), 1).toLowerCase(Locale.ROOT).replace("-", " ");
        assertThat(reset(woman.email(), typed, NEW_PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void takesACodeOnceAlsoWhenItComesManyTimesAtOnce() throws Exception {
        var woman = api.woman();
        ask(woman.email());
        var code = mail.awaitCode(woman.email(), 1);
        var tries = Collections.<Callable<Answer>>nCopies(4, () -> reset(woman.email(), code, NEW_PASSWORD));
        var taken = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : threads.invokeAll(new ArrayList<>(tries))) {
                if (answer.get().status() == 204) {
                    taken++;
                } else {
                    assertWrong(answer.get());
                }
            }
        }
        assertThat(taken).isEqualTo(1);
    }

    @Test
    void endsACodeAfterFiveWrongTries() {
        var woman = api.woman();
        ask(woman.email());
        var code = mail.awaitCode(woman.email(), 1);
        for (var i = 0; i < 5; i++) {
            assertWrong(reset(woman.email(), "2222-2222", NEW_PASSWORD));
        }
        clock.advance(Duration.ofSeconds(6));
        assertWrong(reset(woman.email(), code, NEW_PASSWORD));
        assertThat(api.logIn(woman.email(), UserApi.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void endsACodeAfterFifteenMinutesAndWithTheNextOne() {
        var woman = api.woman();
        ask(woman.email());
        var first = mail.awaitCode(woman.email(), 1);
        ask(woman.email());
        var second = mail.awaitCode(woman.email(), 2);
        assertWrong(reset(woman.email(), first, NEW_PASSWORD));
        clock.advance(Duration.ofMinutes(15).plusSeconds(1));
        assertWrong(reset(woman.email(), second, NEW_PASSWORD));
    }

    /** The same letters of answer, and a limit that comes at the same try. */
    @Test
    void tellsNobodyWhetherThereIsAnAccount() {
        var woman = api.woman();
        var nobody = UUID.randomUUID() + "@example.org";
        for (var i = 0; i < 7; i++) {
            var known = ask(woman.email());
            var unknown = ask(nobody);
            assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(i < 5 ? 202 : 429);
            assertThat(unknown.code()).isEqualTo(known.code());
        }
        for (var i = 0; i < 7; i++) {
            var known = reset(woman.email(), "2222-2222", NEW_PASSWORD);
            var unknown = reset(nobody, "2222-2222", NEW_PASSWORD);
            assertThat(unknown.status()).isEqualTo(known.status()).isEqualTo(i < 5 ? 422 : 429);
            assertThat(unknown.code()).isEqualTo(known.code());
            assertThat(unknown.text("detail")).isEqualTo(known.text("detail"));
        }
        assertThat(mail.letters(nobody)).isEmpty();
    }

    @Test
    void keepsTheCodeWhenTheNewPasswordIsNoGood() {
        var woman = api.woman();
        ask(woman.email());
        var code = mail.awaitCode(woman.email(), 1);
        for (var bad : new String[] {"short", "password123", woman.email(), "x".repeat(73)}) {
            var refused = reset(woman.email(), code, bad);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("errors.0.field")).isEqualTo("newPassword");
        }
        assertThat(reset(woman.email(), code, NEW_PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void letsThePersonInAtOnceHoweverOftenStrangersGuessed() {
        var woman = api.woman();
        for (var i = 0; i < 6; i++) {
            api.logIn(woman.email(), "wrong-guess-" + i);
        }
        assertThat(api.logIn(woman.email(), UserApi.PASSWORD).status()).isEqualTo(429);
        ask(woman.email());
        assertThat(reset(woman.email(), mail.awaitCode(woman.email(), 1), NEW_PASSWORD)
                        .status())
                .isEqualTo(204);
        assertThat(api.logIn(woman.email(), NEW_PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void keepsNoCodeThatCouldBeRead() throws SQLException {
        var woman = api.woman();
        ask(woman.email());
        var code = mail.awaitCode(woman.email(), 1);
        var stored = "";
        try (var connection = LocalServices.shared().dataSource("user_service").getConnection();
                var statement = connection.prepareStatement(
                        "select row_to_json(c)::text from users.email_codes c where account_id = ?")) {
            statement.setObject(1, woman.id());
            try (var found = statement.executeQuery()) {
                assertThat(found.next()).isTrue();
                stored = found.getString(1);
            }
        }
        assertThat(stored).contains("$2").doesNotContain(code, code.replace("-", ""), woman.email());
    }

    /** The letter quotes nothing a stranger could choose by registering somebody else's address. */
    @Test
    void writesALetterWithoutNames() throws Exception {
        var asked = UserApi.registration("female");
        asked.put("displayName", "Visit evil.example");
        api.post("/auth/register", null, asked);
        var email = String.valueOf(asked.get("email"));
        ask(email);
        mail.awaitCode(email, 1);
        var letter = mail.letters(email).getFirst();
        assertThat(letter.getSubject() + MailServer.text(letter)).doesNotContain("evil");
        assertThat(letter.getFrom()[0].toString()).contains("no-reply@connect.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\":\"a@example.org\",\"code\":\"2222-2222\"}",
                "{\"email\":\"a@example.org\",\"newPassword\":\"amber-lighthouse-7\"}",
                "{\"email\":\"a@example.org\",\"code\":7,\"newPassword\":\"amber-lighthouse-7\"}",
                "{\"email\":\"a@example.org\",\"code\":\"\",\"newPassword\":\"amber-lighthouse-7\"}",
                "{\"email\":\"a\\u0000@example.org\",\"code\":\"2222-2222\",\"newPassword\":\"amber-lighthouse-7\"}",
                "nonsense"
            })
    void refusesWhatIsNoReset(String body) {
        assertThat(api.post("/auth/password/reset", null, body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\":\"\"}",
                "{\"email\":null}",
                "{\"email\":[]}",
                "{\"email\":\"a\",\"name\":\"b\"}",
                ""
            })
    void refusesWhatIsNoAddress(String body) {
        assertThat(api.post("/auth/password/reset-code", null, body).status()).isEqualTo(400);
    }

    private Answer ask(String email) {
        return api.post("/auth/password/reset-code", null, Map.of("email", email));
    }

    private Answer reset(String email, String code, String newPassword) {
        return api.post("/auth/password/reset", null, Map.of("email", email, "code", code, "newPassword", newPassword));
    }

    private static void assertWrong(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("wrong-code");
    }
}
