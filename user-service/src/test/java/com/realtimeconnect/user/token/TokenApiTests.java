package com.realtimeconnect.user.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.test.LocalServices;
import com.realtimeconnect.user.ApiTest;
import com.realtimeconnect.user.ShiftedClock;
import com.realtimeconnect.user.UserApi;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class TokenApiTests {

    private final UserApi api;
    private final ShiftedClock clock;
    private final TokenProperties properties;

    TokenApiTests(UserApi api, ShiftedClock clock, TokenProperties properties) {
        this.api = api;
        this.clock = clock;
        this.properties = properties;
    }

    @Test
    void signsWhatAStrangerCanVerifyWithTheKeySet() {
        var woman = api.woman();
        var keySet = api.get("/.well-known/jwks.json", null);
        assertThat(keySet.header("cache-control")).contains("max-age=30").contains("public");
        var key = Jwks.setParser().build().parse(keySet.body()).getKeys().stream()
                .filter(candidate -> candidate
                        .getId()
                        .equals(part(woman.accessToken(), 0).get("kid").asString()))
                .findFirst()
                .orElseThrow();
        assertThat(key)
                .containsEntry("alg", "ES256")
                .containsEntry("use", "sig")
                .doesNotContainKey("d");

        var parser =
                Jwts.parser().verifyWith((java.security.PublicKey) key.toKey()).build();
        var claims = parser.parseSignedClaims(woman.accessToken()).getPayload();
        assertThat(claims.keySet())
                .containsExactlyInAnyOrder("iss", "aud", "sub", "jti", "sid", "role", "ver", "iat", "exp");
        assertThat(claims.getSubject()).isEqualTo(woman.id().toString());
        assertThat(claims.get("role")).isEqualTo("female");
        assertThat(claims.getExpiration().toInstant())
                .isEqualTo(claims.getIssuedAt().toInstant().plusSeconds(600));
        assertThat(part(woman.accessToken(), 0).get("alg").asString()).isEqualTo("ES256");
    }

    @Test
    void givesServicesATokenThatIsNoPersons() {
        var token = api.serviceToken();
        assertThat(part(token, 1).get("scope").asString()).isEqualTo("service");
        assertThat(part(token, 1).get("sub").asString()).isEqualTo("queuing");
        assertThat(api.get("/internal/people?id=" + api.woman().id(), token).status())
                .isEqualTo(200);
        assertThat(api.get("/auth/me", token).status()).isEqualTo(403);
    }

    @Test
    void refusesServicesThatAreNotOurs() {
        for (var wrong : new Map<?, ?>[] {
            Map.of("clientId", "queuing", "clientSecret", "guess"),
            Map.of("clientId", "nobody", "clientSecret", "local-queuing-service-secret-not-for-production"),
            Map.of("clientId", "history", "clientSecret", "local-queuing-service-secret-not-for-production")
        }) {
            var answer = api.post("/auth/service-token", null, wrong);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.code()).isEqualTo("bad-credentials");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}", "{\"clientId\":\"queuing\"}", "{\"clientId\":\"\",\"clientSecret\":\"\"}",
                "{\"clientId\":1,\"clientSecret\":2}", "{\"clientId\":\"a\",\"clientSecret\":\"b\",\"scope\":\"c\"}",
                        "x"
            })
    void refusesWhatIsNoServiceTokenRequest(String body) {
        assertThat(api.post("/auth/service-token", null, body).status()).isEqualTo(400);
    }

    /** Rotates as an operator does, in the folder that the running service reads; a node that starts afterwards knows the same. */
    @Test
    void refusesNoGoodTokenWhileKeysRotate() throws Exception {
        var woman = api.woman();
        var tokens = new ArrayList<String>();
        var folder = properties.folder();
        var oldKey = signing(woman.accessToken());
        var oldFile = folder.resolve(oldKey + ".pem");
        var oldPem = Files.readString(oldFile);
        var refreshToken = woman.refreshToken();
        var newKey = "";
        try {
            newKey = rotate(folder, "add").replaceFirst("(?s)Added (\\S+);.*", "$1");
            var added = newKey;
            await().until(() -> published().contains(added));
            for (var step = 0; step < 8; step++) {
                var next = api.refresh(refreshToken);
                refreshToken = next.text("refreshToken");
                tokens.add(next.text("accessToken"));
                if (step == 5) {
                    rotate(folder, "retire");
                    assertThat(oldFile).doesNotExist();
                }
                for (var token : tokens) {
                    assertThat(api.get("/auth/me", token).status()).isEqualTo(200);
                    assertThat(published()).contains(signing(token));
                }
                clock.advance(Duration.ofSeconds(40));
            }
            assertThat(tokens.stream().map(TokenApiTests::signing).distinct()).containsExactly(oldKey, newKey);
        } finally {
            Files.deleteIfExists(folder.resolve(oldKey + ".pub"));
            Files.writeString(oldFile, oldPem);
            Files.deleteIfExists(folder.resolve(newKey + ".pem"));
            await().until(() -> signing(api.woman().accessToken()).equals(oldKey));
        }
    }

    private static String rotate(Path folder, String step) throws Exception {
        var script = LocalServices.projectRoot().resolve("deploy/keys/rotate.sh");
        var process = new ProcessBuilder("sh", script.toString(), folder.toString(), step)
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private Set<String> published() {
        var ids = new HashSet<String>();
        api.get("/.well-known/jwks.json", null)
                .json()
                .get("keys")
                .forEach(key -> ids.add(key.get("kid").asString()));
        return ids;
    }

    private static String signing(String token) {
        return part(token, 0).get("kid").asString();
    }

    private static JsonNode part(String token, int index) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]));
    }
}
