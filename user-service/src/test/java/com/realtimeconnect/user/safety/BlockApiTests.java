package com.realtimeconnect.user.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.test.Neighbours;
import com.realtimeconnect.test.Neighbours.Reply;
import com.realtimeconnect.test.PairedTimes;
import com.realtimeconnect.user.ApiTest;
import com.realtimeconnect.user.UserApi;
import com.realtimeconnect.user.UserApi.Answer;
import com.realtimeconnect.user.UserApi.Member;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ApiTest
class BlockApiTests {

    private static final String PATH = "/safety/blocks";
    private static final Duration SMALL = Duration.ofMillis(10);

    private final UserApi api;
    private final Neighbours neighbours;

    BlockApiTests(UserApi api, Neighbours neighbours) {
        this.api = api;
        this.neighbours = neighbours;
    }

    @BeforeEach
    void listen() {
        new ToldServices(neighbours).listen();
    }

    @Test
    void answersTheSameAgain() {
        var woman = api.woman();
        var man = api.man();
        var first = block(woman, man.id());
        var again = block(woman, man.id());
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().propertyNames()).containsExactlyInAnyOrder("userId", "displayName", "since");
        assertThat(first.text("userId")).isEqualTo(man.id().toString());
        assertThat(first.text("displayName")).isEqualTo("Robin");
        assertThat(first.text("since")).matches("\\S+T\\S+\\.\\d{3}Z");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first.json());
    }

    @Test
    void showsMineAndNeverWhoBlockedMe() {
        var woman = api.woman();
        var man = api.man();
        var made = block(woman, man.id());
        assertThat(list(woman, "").get("items").get(0)).isEqualTo(made.json());
        assertThat(list(man, "").get("items")).isEmpty();

        var his = block(man, woman.id());
        assertThat(his.status()).as("that she was first is not his to know").isEqualTo(201);
        assertThat(list(man, "").get("items").get(0)).isEqualTo(his.json());
    }

    @Test
    void listsNewestFirstInPages() {
        var woman = api.woman();
        var expected = new ArrayList<String>();
        for (var number = 0; number < 5; number++) {
            var man = api.man();
            block(woman, man.id());
            expected.addFirst(man.id().toString());
        }
        var listed = new ArrayList<String>();
        var cursor = "";
        do {
            var page = list(woman, "?limit=2" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.get("items").forEach(item -> listed.add(item.get("userId").asString()));
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        assertThat(listed).isEqualTo(expected);
        assertThat(api.get(PATH + "?cursor=nonsense", woman.accessToken()).status())
                .isEqualTo(400);
    }

    @Test
    void isTakenBackAsOftenAsOneLikes() {
        var woman = api.woman();
        var man = api.man();
        block(woman, man.id());
        assertThat(unblock(woman, man.id().toString()).status()).isEqualTo(204);
        assertThat(unblock(woman, man.id().toString()).status()).isEqualTo(204);
        assertThat(unblock(woman, UUID.randomUUID().toString()).status()).isEqualTo(204);
        assertThat(unblock(woman, "nonsense").status()).isEqualTo(400);
        assertThat(list(woman, "").get("items")).isEmpty();
        assertThat(block(woman, man.id()).status()).isEqualTo(201);
    }

    @Test
    void takesBackOnlyOnesOwn() {
        var woman = api.woman();
        var man = api.man();
        block(woman, man.id());
        assertThat(unblock(man, woman.id().toString()).status()).isEqualTo(204);
        assertThat(list(woman, "").get("items")).hasSize(1);
    }

    @Test
    void refusesOneselfAndNobody() {
        var woman = api.woman();
        var oneself = block(woman, woman.id());
        assertThat(oneself.status()).isEqualTo(400);
        assertThat(oneself.code()).isEqualTo("validation-failed");
        assertThat(oneself.text("errors.0.field")).isEqualTo("userId");
        var nobody = block(woman, UUID.randomUUID());
        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nobody.code()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "{\"userId\":null}", "{\"userId\":7}", "{\"userId\":\"x\"}", "[]"})
    void refusesBodiesThatNameNobody(String body) {
        assertThat(api.call("POST", PATH, api.woman().accessToken(), body).status())
                .isEqualTo(400);
    }

    @Test
    void refusesUnknownFieldsAndStrangers() {
        var woman = api.woman();
        var body = Map.of("userId", api.man().id(), "forever", true);
        assertThat(api.post(PATH, woman.accessToken(), body).code()).isEqualTo("unknown-field");
        assertThat(api.post(PATH, null, Map.of("userId", woman.id())).status()).isEqualTo(401);
        assertThat(api.get(PATH, null).status()).isEqualTo(401);
        assertThat(api.delete(PATH + "/" + woman.id(), null).status()).isEqualTo(401);
    }

    @Test
    void takesAnIdempotencyKey() {
        var woman = api.woman();
        var man = api.man();
        var key = UUID.randomUUID().toString();
        var first = withKey(woman, man.id(), key);
        unblock(woman, man.id().toString());
        var repeated = withKey(woman, man.id(), key);
        assertThat(repeated.status()).isEqualTo(201);
        assertThat(repeated.body()).isEqualTo(first.body());
        assertThat(withKey(woman, api.man().id(), key).code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void hidesProfilesLikeThoseOfStrangersAndTakesAsLong() {
        neighbours.answer(
                "GET", "/internal/interactions/between", request -> Reply.ok("{\"matched\":false,\"live\":false}"));
        var woman = api.woman();
        var man = api.man();
        var stranger = api.man();
        assertThat(block(woman, man.id()).status()).isEqualTo(201);
        var refused = card(man, woman);
        var unknown = card(stranger, woman);
        assertThat(refused.status()).isEqualTo(unknown.status()).isEqualTo(404);
        for (var field : List.of("type", "title", "detail", "code")) {
            assertThat(refused.text(field)).isEqualTo(unknown.text(field));
        }
        assertThat(card(woman, man).status()).isEqualTo(404);
        assertThat(PairedTimes.difference(() -> card(man, woman), () -> card(stranger, woman), SMALL))
                .isLessThan(SMALL);
    }

    private Answer card(Member viewer, Member shown) {
        return api.get("/profiles/" + shown.id(), viewer.accessToken());
    }

    private Answer block(Member by, UUID whom) {
        return api.post(PATH, by.accessToken(), Map.of("userId", whom));
    }

    private Answer unblock(Member by, String whom) {
        return api.delete(PATH + "/" + whom, by.accessToken());
    }

    private Answer withKey(Member by, UUID whom, String key) {
        return api.send(api.request(PATH, by.accessToken())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString("{\"userId\":\"" + whom + "\"}"))
                .build());
    }

    private JsonNode list(Member by, String query) {
        return api.get(PATH + query, by.accessToken()).json();
    }
}
