package com.realtimeconnect.user.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.test.LocalServices;
import com.realtimeconnect.user.ApiTest;
import com.realtimeconnect.user.S3Process;
import com.realtimeconnect.user.UserApi;
import com.realtimeconnect.user.UserApi.Answer;
import com.realtimeconnect.user.UserApi.Member;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ApiTest
class AssetApiTests {

    private final UserApi api;
    private final AssetLedger ledger;

    AssetApiTests(UserApi api, AssetLedger ledger) {
        this.api = api;
        this.ledger = ledger;
    }

    @Test
    void storesAPhotoWithoutItsSecrets() throws Exception {
        var woman = api.woman();
        var photo = SampleMedia.withExif(SampleMedia.jpeg(640, 480), 6);
        var answer = api.upload(woman.accessToken(), "holiday.jpg", "image/jpeg", photo);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.text("kind")).isEqualTo("image");
        assertThat(answer.text("contentType")).isEqualTo("image/jpeg");
        assertThat(answer.json().get("width").asInt()).isEqualTo(480);
        assertThat(answer.json().get("height").asInt()).isEqualTo(640);

        var stored = fetch(answer.text("url"));
        assertThat(stored.headers().firstValue("content-type")).contains("image/jpeg");
        assertThat(new String(stored.body(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "52.5163");
        assertThat(SampleMedia.decode(stored.body()).getHeight()).isEqualTo(640);
        assertThat(SampleMedia.decode(fetch(answer.text("thumbnailUrl")).body()).getHeight())
                .isEqualTo(256);
        var person = api.get("/internal/people?id=" + woman.id(), api.serviceToken());
        assertThat(fetch(person.text("0.photos.0")).statusCode()).isEqualTo(200);
        assertThat(api.get("/profile/assets", woman.accessToken()).text("items.0.assetId"))
                .isEqualTo(answer.text("assetId"));
        assertThat(S3Process.shared().isOpenToAll(answer.text("assetId"))).isTrue();
    }

    @Test
    void tellsTheKindFromTheBytes() {
        var woman = api.woman();
        assertThat(upload(woman, "photo.png", SampleMedia.jpeg(10, 10)).text("contentType"))
                .isEqualTo("image/jpeg");
        assertThat(upload(woman, "photo", SampleMedia.png(10, 10)).text("contentType"))
                .isEqualTo("image/png");
        assertThat(upload(woman, "photo.exe", SampleMedia.LOSSY_WEBP).status()).isEqualTo(201);
        var video = upload(woman, "photo.jpg", SampleMedia.mp4("isom", 640, 360));
        assertThat(video.text("kind")).isEqualTo("video");
        assertThat(video.text("contentType")).isEqualTo("video/mp4");
        assertThat(video.json().get("thumbnailUrl").isNull()).isTrue();
        assertThat(upload(woman, "x", SampleMedia.webm("webm", 640, 360)).text("contentType"))
                .isEqualTo("video/webm");
    }

    @Test
    void refusesWhatItDoesNotTakeAndStoresNothing() {
        var woman = api.woman();
        var before = S3Process.shared().objects();
        assertRefused(upload(woman, "photo.jpg", SampleMedia.GIF), 415, "unsupported-media-type");
        assertRefused(upload(woman, "photo.jpg", SampleMedia.ascii("<html>")), 415, "unsupported-media-type");
        assertRefused(upload(woman, "photo.jpg", new byte[0]), 400, "validation-failed");
        var jpeg = SampleMedia.jpeg(100, 100);
        assertRefused(upload(woman, "a.jpg", Arrays.copyOf(jpeg, 400)), 422, "undecodable-media");
        assertRefused(upload(woman, "a.png", SampleMedia.bomb(50_000, 50_000)), 422, "undecodable-media");
        var mp4 = SampleMedia.mp4("isom", 640, 360);
        assertRefused(upload(woman, "a.mp4", Arrays.copyOf(mp4, mp4.length - 5)), 422, "undecodable-media");
        var fatJpeg = SampleMedia.join(jpeg, new byte[5 * 1024 * 1024]);
        assertRefused(upload(woman, "a.jpg", fatJpeg), 413, "too-large");
        var fatVideo = SampleMedia.join(mp4, new byte[25 * 1024 * 1024]);
        assertRefused(upload(woman, "a.mp4", fatVideo), 413, "too-large");
        assertThat(S3Process.shared().objects()).isEqualTo(before);
        assertThat(api.get("/profile/assets", woman.accessToken())
                        .json()
                        .get("items")
                        .size())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json                      | {}                          | 415
            image/jpeg                            | abc                         | 415
            multipart/form-data; boundary=x       | --x--                       | 400
            multipart/form-data                   | nonsense                    | 400
            multipart/form-data; boundary=x       | cut short                   | 400
            """)
    void refusesWhatIsNoUpload(String contentType, String body, int status) {
        var answer = api.send(api.request("/profile/upload", api.woman().accessToken())
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("content-type")).startsWith("application/problem+json");
    }

    @Test
    void storesOnceWhatIsSentAgainWithItsKey() {
        var woman = api.woman();
        var photo = SampleMedia.jpeg(40, 30);
        var first = uploadWithKey(woman, "once", "a.jpg", photo);
        assertThat(first.status()).as(first.body()).isEqualTo(201);

        var again = uploadWithKey(woman, "once", "a.jpg", photo);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertRefused(uploadWithKey(woman, "once", "b.jpg", photo), 422, "idempotency-key-reused");
        assertRefused(uploadWithKey(woman, "once", "a.jpg", SampleMedia.jpeg(41, 30)), 422, "idempotency-key-reused");
        assertThat(uploadWithKey(woman, "twice", "a.jpg", photo).text("assetId"))
                .isNotEqualTo(first.text("assetId"));
        assertThat(api.get("/profile/assets", woman.accessToken())
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"multipart/form-data; boundary=x,cut short", "multipart/form-data,nonsense"})
    void saysWithAKeyTooWhatIsNoUpload(String contentType, String body) {
        var answer = api.send(api.request("/profile/upload", api.woman().accessToken())
                .header("Content-Type", contentType)
                .header("Idempotency-Key", "any")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
        assertRefused(answer, 400, "malformed-body");
    }

    @Test
    void saysWithAKeyTooWhatIsTooLarge() {
        var fat = SampleMedia.join(SampleMedia.jpeg(10, 10), new byte[5 * 1024 * 1024]);
        assertRefused(uploadWithKey(api.woman(), "fat", "a.jpg", fat), 413, "too-large");
        var fatter = SampleMedia.join(SampleMedia.mp4("isom", 640, 360), new byte[25 * 1024 * 1024]);
        assertRefused(uploadWithKey(api.woman(), "fatter", "a.mp4", fatter), 413, "too-large");
    }

    @Test
    void takesSixAtMostHoweverManyComeAtOnce() throws Exception {
        var woman = api.woman();
        var photo = SampleMedia.jpeg(32, 32);
        var tries = Collections.<Callable<Answer>>nCopies(12, () -> upload(woman, "a.jpg", photo));
        var stored = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : threads.invokeAll(tries)) {
                if (answer.get().status() == 201) {
                    stored++;
                } else {
                    assertRefused(answer.get(), 409, "too-many-assets");
                }
            }
        }
        assertThat(stored).isEqualTo(6);
        assertThat(api.get("/profile/assets", woman.accessToken())
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(6);
    }

    @Test
    void removesTheObjectsToo() throws Exception {
        var woman = api.woman();
        var photo = upload(woman, "a.jpg", SampleMedia.jpeg(32, 32));
        var path = "/profile/assets/" + photo.text("assetId");

        assertThat(api.delete(path, api.man().accessToken()).status()).isEqualTo(404);
        assertThat(api.delete("/profile/assets/" + UUID.randomUUID(), woman.accessToken())
                        .status())
                .isEqualTo(404);
        assertThat(api.delete("/profile/assets/nonsense", woman.accessToken()).status())
                .isEqualTo(400);
        assertThat(api.delete(path, null).status()).isEqualTo(401);
        assertThat(api.get(path, woman.accessToken()).status()).isEqualTo(405);
        assertThat(fetch(photo.text("url")).statusCode()).isEqualTo(200);

        assertThat(api.delete(path, woman.accessToken()).status()).isEqualTo(204);
        assertThat(api.delete(path, woman.accessToken()).status()).isEqualTo(404);
        await().untilAsserted(() -> {
            assertThat(fetch(photo.text("url")).statusCode()).isEqualTo(404);
            assertThat(fetch(photo.text("thumbnailUrl")).statusCode()).isEqualTo(404);
        });
    }

    @Test
    void storesNothingHalfWhileS3IsDown() {
        var woman = api.woman();
        var photo = upload(woman, "a.jpg", SampleMedia.jpeg(32, 32));
        S3Process.shared().stop();
        try {
            assertRefused(upload(woman, "b.jpg", SampleMedia.jpeg(32, 32)), 503, "unavailable");
            assertThat(api.get("/profile/assets", woman.accessToken())
                            .json()
                            .get("items")
                            .size())
                    .isEqualTo(1);
            assertThat(api.delete("/profile/assets/" + photo.text("assetId"), woman.accessToken())
                            .status())
                    .isEqualTo(204);
        } finally {
            S3Process.shared().start();
        }
        await().untilAsserted(
                        () -> assertThat(fetch(photo.text("url")).statusCode()).isEqualTo(404));
        assertThat(upload(woman, "b.jpg", SampleMedia.jpeg(32, 32)).status()).isEqualTo(201);
    }

    @Test
    void cleansUpAfterANodeThatDiedInTheMiddle() throws Exception {
        var woman = api.woman();
        var photo = upload(woman, "a.jpg", SampleMedia.jpeg(32, 32));
        abandon(photo.text("assetId"));
        assertThat(api.get("/profile/assets", woman.accessToken())
                        .json()
                        .get("items")
                        .size())
                .isZero();

        ledger.removeAbandoned();

        await().untilAsserted(
                        () -> assertThat(fetch(photo.text("url")).statusCode()).isEqualTo(404));
    }

    /** As if the node had died after both objects were in place, twenty minutes ago. */
    private static void abandon(String assetId) throws SQLException {
        try (var connection = LocalServices.shared().dataSource("user_service").getConnection();
                var statement = connection.prepareStatement(
                        "update users.assets set state = 'uploading', created_at = now() - interval '20 minutes' where id = ?")) {
            statement.setObject(1, UUID.fromString(assetId));
            statement.executeUpdate();
        }
    }

    private Answer upload(Member member, String name, byte[] file) {
        return api.upload(member.accessToken(), name, "application/octet-stream", file);
    }

    private Answer uploadWithKey(Member member, String key, String fileName, byte[] file) {
        return api.send(api.uploadRequest(member.accessToken(), fileName, "image/jpeg", file)
                .header("Idempotency-Key", key)
                .build());
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(Map.of("status", answer.status(), "code", answer.code()))
                .isEqualTo(Map.of("status", status, "code", code));
    }

    private static HttpResponse<byte[]> fetch(String url) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
