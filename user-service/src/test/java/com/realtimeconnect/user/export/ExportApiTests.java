package com.realtimeconnect.user.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.test.Neighbours;
import com.realtimeconnect.test.Neighbours.Reply;
import com.realtimeconnect.user.ApiTest;
import com.realtimeconnect.user.S3Process;
import com.realtimeconnect.user.UserApi;
import com.realtimeconnect.user.UserApi.Member;
import com.realtimeconnect.user.media.SampleMedia;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class ExportApiTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final UserApi api;
    private final Neighbours neighbours;
    private final JdbcClient jdbc;

    ExportApiTests(UserApi api, Neighbours neighbours, JdbcClient jdbc) {
        this.api = api;
        this.neighbours = neighbours;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void neighboursTell() {
        neighbours.reset();
        neighbours.answer(
                "POST",
                "/auth/service-token",
                request -> Reply.ok("{\"accessToken\":\"a\",\"tokenType\":\"Bearer\",\"expiresInSeconds\":600}"));
        neighboursTell("{\"played\":[{\"by\":\"a neighbour\"}],\"complete\":true}");
    }

    private void neighboursTell(String body) {
        neighbours.answer("GET", "/internal/people/", request -> Reply.ok(body));
    }

    @Test
    void showsEverythingThatIsHeld() {
        var woman = api.woman();
        var man = api.man();
        api.upload(woman.accessToken(), "a.jpg", "image/jpeg", SampleMedia.jpeg(64, 48));
        api.logIn(woman.email(), UserApi.PASSWORD);
        jdbc.sql("insert into blocks values (:woman, :man, now())")
                .param("woman", woman.id())
                .param("man", man.id())
                .update();

        var answer = api.get("/auth/export", woman.accessToken());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("content-type")).startsWith("application/json");
        assertThat(answer.header("cache-control")).contains("no-store");
        assertThat(answer.header("content-disposition")).contains("export.json");
        assertThat(answer.json().propertyNames())
                .contains("exportedAt", "userId", "account", "profile", "assets", "logins", "blocks", "played")
                .doesNotContain("complete");
        assertThat(answer.text("account.email")).isEqualTo(woman.email());
        assertThat(answer.text("account.birthDate")).isEqualTo("1994-03-21");
        assertThat(answer.text("account.createdAt")).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(answer.json().path("profile").path("interests").isArray()).isTrue();
        assertThat(answer.json().path("assets").path(0).path("width").asInt()).isEqualTo(64);
        assertThat(answer.json().path("logins").size()).isEqualTo(2);
        assertThat(answer.text("logins.0.address")).isNotEmpty();
        assertThat(answer.text("blocks.0.userId")).isEqualTo(man.id().toString());
        assertThat(answer.body()).doesNotContain("$2a$", "password_hash");

        var his = api.get("/auth/export", man.accessToken());
        assertThat(his.json().path("blocks").size())
                .as("nobody learns who blocked them")
                .isZero();
        assertThat(his.body()).doesNotContain(woman.id().toString(), woman.email());
    }

    @Test
    void packsPhotosIntoAZip() throws Exception {
        var woman = api.woman();
        var photo = api.upload(woman.accessToken(), "a.jpg", "image/jpeg", SampleMedia.jpeg(64, 48));
        for (var request : new HttpRequest[] {
            api.request("/auth/export?format=zip", woman.accessToken()).build(),
            api.request("/auth/export", woman.accessToken())
                    .header("Accept", "application/zip")
                    .build()
        }) {
            var files = unzip(request);
            assertThat(files.keySet())
                    .containsExactlyInAnyOrder("export.json", "assets/" + photo.text("assetId") + ".jpg");
            assertThat(JSON.readTree(files.get("export.json"))
                            .path("account")
                            .path("email")
                            .asString())
                    .isEqualTo(woman.email());
            assertThat(files.get("assets/" + photo.text("assetId") + ".jpg")).startsWith(0xFF, 0xD8);
        }
    }

    @Test
    void comesThreeTimesADay() {
        var man = api.man();
        for (var i = 0; i < 3; i++) {
            assertThat(api.get("/auth/export", man.accessToken()).status()).isEqualTo(200);
        }
        var refused = api.get("/auth/export", man.accessToken());
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("too-many-requests");
        assertThat(refused.json().path("retryAfterSeconds").asLong()).isBetween(1L, 86_400L);
        assertThat(api.get("/auth/export", api.man().accessToken()).status()).isEqualTo(200);
    }

    @Test
    void isWholeOrNotAtAll() {
        var man = api.man();
        neighbours.answer("GET", "/internal/people/", request -> new Reply(503, "{}"));
        for (var i = 0; i < 5; i++) {
            assertUnavailable(man, "/auth/export");
        }
        for (var cutOff : new String[] {"{\"played\":[]}", "{\"played\":[{\"by\":", "", "[]"}) {
            neighboursTell(cutOff);
            assertUnavailable(man, "/auth/export");
        }
        neighboursTell("{\"complete\":true}");
        assertThat(api.get("/auth/export", man.accessToken()).status())
                .as("what did not come about does not count")
                .isEqualTo(200);
    }

    @Test
    void hasNoZipWithoutTheObjectStore() {
        var man = api.man();
        api.upload(man.accessToken(), "a.jpg", "image/jpeg", SampleMedia.jpeg(64, 48));
        S3Process.shared().stop();
        try {
            assertUnavailable(man, "/auth/export?format=zip");
            assertThat(api.get("/auth/export", man.accessToken()).status()).isEqualTo(200);
        } finally {
            S3Process.shared().start();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "ZIP", ""})
    void refusesAFormatThatIsNone(String format) {
        var refused = api.get("/auth/export?format=" + format, api.man().accessToken());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("errors.0.field")).isEqualTo("format");
        assertThat(api.get("/auth/export", null).status()).isEqualTo(401);
        assertThat(api.get("/auth/export", api.serviceToken()).status()).isEqualTo(403);
    }

    @Test
    void leavesNoFilesBehind() throws IOException {
        var before = spools();
        neighboursTell("{\"complete\":false}");
        assertUnavailable(api.man(), "/auth/export");
        neighboursTell("{\"complete\":true}");
        assertThat(api.get("/auth/export?format=zip", api.man().accessToken()).status())
                .isEqualTo(200);
        // The last byte is on its way before the files go.
        await().until(() -> spools() == before);
    }

    private void assertUnavailable(Member member, String path) {
        var refused = api.get(path, member.accessToken());
        assertThat(refused.status()).as(refused.body()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("unavailable");
    }

    private static long spools() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("connect-export-"))
                    .count();
        }
    }

    private static Map<String, byte[]> unzip(HttpRequest request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/zip");
            var files = new HashMap<String, byte[]>();
            try (var zip = new ZipInputStream(new ByteArrayInputStream(response.body()))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
            return files;
        }
    }
}
