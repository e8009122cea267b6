package com.realtimeconnect.user.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.user.ApiTest;
import com.realtimeconnect.user.UserApi;
import com.realtimeconnect.user.UserApi.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ApiTest
class ProfileApiTests {

    private final UserApi api;

    ProfileApiTests(UserApi api) {
        this.api = api;
    }

    @Test
    void startsEmptyAndIsReplacedAsAWhole() {
        var woman = api.woman();
        var fresh = api.get("/profile", woman.accessToken());
        assertThat(fresh.json().propertyNames())
                .containsExactlyInAnyOrder("displayName", "bio", "interests", "languages", "autoConnect", "version");
        assertThat(fresh.text("displayName")).isEqualTo("Robin");

        var asked = profile(fresh.json().get("version").asLong());
        asked.put("bio", "  Two\nlines ");
        asked.put("interests", List.of(" tea ", "tea", "chess"));
        asked.put("languages", List.of("EN", "pt-br", "zh-hant-TW"));
        asked.put("autoConnect", true);
        var replaced = api.put("/profile", woman.accessToken(), asked);
        assertThat(replaced.status()).isEqualTo(200);
        assertThat(replaced.text("bio")).isEqualTo("Two\nlines");
        assertThat(replaced.json().get("interests").valueStream().map(node -> node.asString()))
                .containsExactly("tea", "chess");
        assertThat(replaced.json().get("languages").valueStream().map(node -> node.asString()))
                .containsExactly("en", "pt-BR", "zh-Hant-TW");
        assertThat(api.get("/profile", woman.accessToken()).body()).isEqualTo(replaced.body());
        assertThat(api.get("/auth/me", woman.accessToken()).text("displayName")).isEqualTo("Renamed");

        var emptied = api.put(
                "/profile",
                woman.accessToken(),
                Map.of(
                        "displayName",
                        "R",
                        "version",
                        replaced.json().get("version").asLong()));
        assertThat(emptied.status()).isEqualTo(200);
        assertThat(emptied.text("bio")).isEmpty();
        assertThat(emptied.json().get("interests").size()).isZero();
        assertThat(emptied.json().get("autoConnect").asBoolean()).isFalse();
    }

    @Test
    void takesBackWhatItGave() {
        var man = api.man();
        var read = api.get("/profile", man.accessToken());
        assertThat(api.put("/profile", man.accessToken(), read.body()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "absent", textBlock = """
            displayName | null
            displayName | ""
            displayName | "   "
            displayName | 5
            displayName | "123456789012345678901234567890123456789012345678901"
            displayName | "line\\nbreak"
            bio         | ["a"]
            bio         | "bell\\u0007"
            bio         | "nul\\u0000"
            interests   | "tea"
            interests   | [1]
            interests   | [null]
            interests   | [""]
            interests   | ["12345678901234567890123456789012345678901"]
            interests   | ["1","2","3","4","5","6","7","8","9","10","11"]
            languages   | "en"
            languages   | ["en","fr","de","it","es","pt"]
            languages   | ["e"]
            languages   | ["en_US"]
            languages   | ["not a tag"]
            languages   | [""]
            languages   | [null]
            autoConnect | "yes"
            autoConnect | 1
            version     | null
            version     | -1
            version     | "0"
            version     | 0.5
            age         | 5
            """)
    void refusesAndNamesABadField(String field, String json) {
        var woman = api.woman();
        var asked = profile(0);
        asked.put(field, tools.jackson.databind.json.JsonMapper.shared().readTree(json));
        var answer = api.put("/profile", woman.accessToken(), asked);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.text("errors.0.field")).startsWith(field);
    }

    @Test
    void takesABioOf500CharactersAndNoMore() {
        var woman = api.woman();
        var asked = profile(0);
        asked.put("bio", "b".repeat(500));
        assertThat(api.put("/profile", woman.accessToken(), asked).status()).isEqualTo(200);
        asked.put("bio", "b".repeat(501));
        assertThat(api.put("/profile", woman.accessToken(), asked).status()).isEqualTo(400);
    }

    @Test
    void keepsAutoConnectForWomen() {
        var man = api.man();
        var asked = profile(0);
        asked.put("autoConnect", true);
        var refused = api.put("/profile", man.accessToken(), asked);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("errors.0.field")).isEqualTo("autoConnect");
        asked.put("autoConnect", false);
        assertThat(api.put("/profile", man.accessToken(), asked).status()).isEqualTo(200);
    }

    @Test
    void letsOneOfManyWritersWin() throws Exception {
        var woman = api.woman();
        var tries =
                Collections.<Callable<Answer>>nCopies(8, () -> api.put("/profile", woman.accessToken(), profile(0)));
        var won = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : threads.invokeAll(new ArrayList<>(tries))) {
                if (answer.get().status() == 200) {
                    won++;
                } else {
                    assertThat(answer.get().status()).isEqualTo(409);
                    assertThat(answer.get().code()).isEqualTo("stale-version");
                }
            }
        }
        assertThat(won).isEqualTo(1);
    }

    @Test
    void refusesOtherVerbs() {
        var woman = api.woman();
        assertThat(api.post("/profile", woman.accessToken(), Map.of()).status()).isEqualTo(405);
        assertThat(api.delete("/profile", woman.accessToken()).status()).isEqualTo(405);
        assertThat(api.put("/profile", null, profile(0)).status()).isEqualTo(401);
    }

    private static Map<String, @Nullable Object> profile(long version) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("displayName", "Renamed");
        body.put("bio", "");
        body.put("interests", List.of());
        body.put("languages", List.of("en"));
        body.put("autoConnect", false);
        body.put("version", version);
        return body;
    }
}
