package com.realtimeconnect.user.registration;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.user.ApiTest;
import com.realtimeconnect.user.ShiftedClock;
import com.realtimeconnect.user.UserApi;
import com.realtimeconnect.user.UserApi.Answer;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class RegistrationApiTests {

    private final UserApi api;
    private final ShiftedClock clock;

    RegistrationApiTests(UserApi api, ShiftedClock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Test
    void answersWithTheAccountAndAPair() {
        var asked = UserApi.registration("female");
        var answer = register(asked);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("cache-control")).isEqualTo("no-store");
        assertThat(answer.text("tokenType")).isEqualTo("Bearer");
        // What is left of it: a second may have ended since it was made.
        assertThat(answer.json().get("expiresInSeconds").asInt()).isBetween(590, 600);
        assertThat(answer.text("refreshToken")).hasSize(43);
        var user = answer.json().get("user");
        assertThat(user.propertyNames())
                .containsExactlyInAnyOrder(
                        "userId", "email", "displayName", "role", "birthDate", "emailVerified", "createdAt");
        assertThat(user.get("birthDate").asString()).isEqualTo("1994-03-21");
        assertThat(user.get("emailVerified").asBoolean()).isFalse();
        assertThat(user.get("createdAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(UUID.fromString(user.get("userId").asString()).version()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            email       | null
            email       | ''
            email       | not-an-address
            email       | two@at@example.org
            email       | with space@example.org
            email       | @example.org
            email       | someone@
            password    | null
            password    | ''
            password    | 123456789
            password    | password123
            password    | PASSWORD123
            password    | aaaaaaaaaaaa
            password    | abcabcabcabc
            password    | abcdefghijkl
            password    | 9876543210
            displayName | null
            displayName | '   '
            displayName | 123456789012345678901234567890123456789012345678901
            role        | null
            role        | ''
            role        | admin
            role        | FEMALE
            role        | other
            birthDate   | null
            birthDate   | ''
            birthDate   | 21.03.1994
            birthDate   | 1994-02-30
            birthDate   | 1994-03-21T00:00:00Z
            birthDate   | 1850-01-01
            birthDate   | 2999-01-01
            """)
    void refusesAndNamesABadField(String field, @Nullable String value) {
        var asked = UserApi.registration("male");
        asked.put(field, value);

        var answer = register(asked);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("validation-failed");
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
        assertThat(answer.json().get("errors"))
                .anySatisfy(error -> assertThat(error.get("field").asString()).isEqualTo(field));
        assertThat(answer.body()).doesNotContain("realtimeconnect", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "password", "displayName", "role", "birthDate"})
    void refusesAMissingFieldAndOneOfAnotherType(String field) {
        var missing = UserApi.registration("female");
        missing.remove(field);
        assertThat(register(missing).status()).isEqualTo(400);

        for (var wrong : new Object[] {42, true, new int[] {1994, 3, 21}, Map.of("a", 1)}) {
            var mistyped = UserApi.registration("female");
            mistyped.put(field, wrong);
            var answer = register(mistyped);
            assertThat(answer.status()).as("%s as %s: %s", field, wrong, answer).isEqualTo(400);
        }
    }

    @Test
    void tellsAllBadFieldsAtOnce() {
        var answer = api.post("/auth/register", null, Map.of("email", "x", "password", "y", "displayName", ""));

        var fields = answer.json()
                .get("errors")
                .valueStream()
                .map(error -> error.get("field").asString())
                .collect(Collectors.toSet());
        assertThat(fields).containsExactlyInAnyOrder("email", "password", "displayName", "role", "birthDate");
    }

    @ParameterizedTest
    @CsvSource({
        "email, \\u0000",
        "email, \\u0007",
        "email, \\ud800",
        "displayName, \\u0000",
        "displayName, \\n",
        "displayName, \\udc00"
    })
    void refusesTextThatCannotBeStored(String field, String escape) {
        var asked = UserApi.registration("female");
        asked.put(field, "some-PLACE@example.org");
        var body = JsonMapper.shared().writeValueAsString(asked).replace("PLACE", escape);
        var answer = api.post("/auth/register", null, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.text("errors.0.field")).isEqualTo(field);
    }

    @Test
    void countsThePasswordInBytes() {
        assertThat(withPassword("éàüßö").status()).isEqualTo(201);
        assertThat(withPassword("ab£x".repeat(14) + "yz").status()).isEqualTo(201);
        var tooLong = withPassword("ab£x".repeat(14) + "xyz");
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.json().at("/errors/0/message").asString()).contains("72 bytes");
    }

    @Test
    void refusesAPasswordThatIsTheAddressOrTheName() {
        var asked = UserApi.registration("female");
        asked.put("displayName", "Marguerite Duras");
        for (var known : new String[] {
            String.valueOf(asked.get("email")),
            String.valueOf(asked.get("email")).split("@", -1)[0],
            "MARGUERITE duras"
        }) {
            asked.put("password", known);
            var answer = register(asked);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("password");
        }
    }

    @Test
    void knowsThatAddressesDifferNeitherByCaseNorByBlanks() {
        var address = "Ida." + UUID.randomUUID() + "@Example.ORG";
        var asked = UserApi.registration("female");
        asked.put("email", "  " + address + " ");
        var first = register(asked);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("user.email")).isEqualTo(address.toLowerCase(java.util.Locale.ROOT));

        asked.put("email", address.toUpperCase(java.util.Locale.ROOT));
        var second = register(asked);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("email-taken");
        assertThat(api.logIn(" " + address.toUpperCase(java.util.Locale.ROOT), UserApi.PASSWORD)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void takesAddressesOf254CharactersAndNoMore() {
        var domain = "." + "d".repeat(60) + "." + "d".repeat(60) + ".example.org";
        var local = UUID.randomUUID().toString();
        var filler = "d".repeat(254 - local.length() - 1 - domain.length());
        var longest = local + "@" + filler.substring(0, 50) + "." + filler.substring(51) + domain;
        var asked = UserApi.registration("female");
        asked.put("email", longest);
        assertThat(longest).hasSize(254);
        assertThat(register(asked).status()).isEqualTo(201);
        asked.put("email", "x" + longest);
        assertThat(register(asked).status()).isEqualTo(400);
    }

    @Test
    void letsPeopleInFromTheirEighteenthBirthdayOn() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        assertThat(bornOn(today.minusYears(18)).status()).isEqualTo(201);
        var tooYoung = bornOn(today.minusYears(18).plusDays(1));
        assertThat(tooYoung.status()).isEqualTo(422);
        assertThat(tooYoung.code()).isEqualTo("under-age");
    }

    @Test
    void givesOneAddressToOneOfManyAtOnceAndLogsNobodys(CapturedOutput output) throws Exception {
        var address = UUID.randomUUID() + "@example.org";
        var tries = IntStream.range(0, 12)
                .<Callable<Answer>>mapToObj(i -> () -> {
                    var asked = UserApi.registration("male");
                    asked.put("email", i % 2 == 0 ? address : address.toUpperCase(java.util.Locale.ROOT));
                    return register(asked);
                })
                .toList();
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : threads.invokeAll(tries)) {
                statuses.add(answer.get().status());
            }
        }
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(11);
        assertThat(output).doesNotContainIgnoringCase(address).doesNotContain("$2a$");
    }

    @Test
    void answersARepeatWithTheFirstAnswer() {
        var asked = UserApi.registration("female");
        var key = UUID.randomUUID().toString();
        var first = registerWithKey(asked, key);
        var repeat = registerWithKey(asked, key);
        assertThat(first.status()).isEqualTo(201);
        assertThat(repeat.status()).isEqualTo(201);
        assertThat(repeat.body()).isEqualTo(first.body());

        asked.put("displayName", "Somebody Else");
        var reused = registerWithKey(asked, key);
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void refusesWhatIsNoRegistrationAtAll() {
        assertThat(api.post("/auth/register", null, "{").code()).isEqualTo("malformed-body");
        assertThat(api.post("/auth/register", null, "[]").code()).isEqualTo("malformed-body");
        var unknown = UserApi.registration("female");
        unknown.put("admin", true);
        assertThat(register(unknown).code()).isEqualTo("unknown-field");
        assertThat(api.get("/auth/register", null).status()).isEqualTo(405);
        var form = api.send(api.request("/auth/register", null)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("email=a"))
                .build());
        assertThat(form.status()).isEqualTo(415);
        assertThat(form.code()).isEqualTo("unsupported-media-type");
    }

    private Answer withPassword(String password) {
        var asked = UserApi.registration("female");
        asked.put("password", password);
        return register(asked);
    }

    private Answer bornOn(LocalDate day) {
        var asked = UserApi.registration("male");
        asked.put("birthDate", day.toString());
        return register(asked);
    }

    private Answer register(Map<String, @Nullable Object> asked) {
        return api.post("/auth/register", null, asked);
    }

    private Answer registerWithKey(Map<String, @Nullable Object> asked, String key) {
        return api.send(api.request("/auth/register", null)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(asked)))
                .build());
    }
}
