package com.realtimeconnect.communication.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.communication.ChatApi;
import com.realtimeconnect.communication.ChatTest;
import com.realtimeconnect.communication.Couple;
import com.realtimeconnect.test.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@ChatTest
class MessageApiTests {

    @LocalServerPort
    private int port;

    private ChatApi api = new ChatApi(0);
    private Couple couple = Couple.between(UUID.randomUUID(), UUID.randomUUID());

    @BeforeEach
    void openRoom() {
        api = new ChatApi(port);
        couple = api.couple();
    }

    @Test
    void answersWithTheCommittedMessage() {
        var answer = api.send(couple, couple.womanToken(), "c-1", "Hello");

        assertThat(answer.status()).isEqualTo(201);
        var message = answer.body();
        assertThat(message.propertyNames())
                .containsExactlyInAnyOrder(
                        "roomId", "seq", "messageId", "clientMessageId", "senderId", "body", "sentAt");
        assertThat(message.path("roomId").asString()).isEqualTo(couple.roomId().toString());
        assertThat(message.path("seq").asLong()).isEqualTo(1);
        assertThat(message.path("clientMessageId").asString()).isEqualTo("c-1");
        assertThat(message.path("senderId").asString()).isEqualTo(couple.woman().toString());
        assertThat(message.path("body").asString()).isEqualTo("Hello");
        assertThat(message.path("sentAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(UUID.fromString(message.path("messageId").asString()).version())
                .isEqualTo(7);
        assertThat(api.history(couple, couple.manToken())).containsExactly(message);
    }

    @Test
    void takesTheSameClientMessageIdForTheSameMessage() {
        var first = api.send(couple, couple.womanToken(), "c-1", "Hello");
        var second = api.send(couple, couple.womanToken(), "c-1", "Hello");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(api.history(couple, couple.womanToken())).hasSize(1);
        assertThat(api.send(couple, couple.womanToken(), "c-1", "Goodbye").outcome())
                .isEqualTo("409 client-message-id-reused");
    }

    @Test
    void givesEachSenderAndRoomNamesOfTheirOwn() {
        var elsewhere = Couple.between(couple.woman(), Couple.person("male"));
        api.open(elsewhere);

        api.send(couple, couple.womanToken(), "c-1", "Hello");

        assertThat(api.send(couple, couple.manToken(), "c-1", "Hi").status()).isEqualTo(201);
        assertThat(api.send(elsewhere, elsewhere.womanToken(), "c-1", "Hello").status())
                .isEqualTo(201);
    }

    @Test
    void numbersMessagesWithoutGapsWhenManySendAtOnce() throws Exception {
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < 12; i++) {
            var name = "c-" + i / 2; // each twice, from two devices at once
            var token = i % 4 < 2 ? couple.womanToken() : couple.manToken();
            threads.add(Thread.ofVirtual().start(() -> api.send(couple, token, name, "Hello " + name)));
        }
        for (var thread : threads) {
            thread.join();
        }

        assertThat(seqs(api.history(couple, couple.womanToken()))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"body":"a"}                                      | 400 validation-failed
            {"clientMessageId":"c"}                           | 400 validation-failed
            {"clientMessageId":null,"body":"a"}               | 400 validation-failed
            {"clientMessageId":"","body":"a"}                 | 400 validation-failed
            {"clientMessageId":"a b","body":"a"}              | 400 validation-failed
            {"clientMessageId":"c","body":null}               | 400 validation-failed
            {"clientMessageId":"c","body":"  "}               | 400 validation-failed
            {"clientMessageId":"c","body":7}                  | 400 validation-failed
            {"clientMessageId":"c","body":"a\\u0000b"}        | 400 validation-failed
            {"clientMessageId":"c","body":"\\ud83d"}          | 400 validation-failed
            {"clientMessageId":"c","body":"a","senderId":"x"} | 400 unknown-field
            {"clientMessageId":"c","body":"a"                 | 400 malformed-body
            "c"                                               | 400 malformed-body
            """)
    void refusesABadMessage(String body, String outcome) {
        assertThat(api.post(couple.path("/messages"), couple.womanToken(), body).outcome())
                .isEqualTo(outcome);
        assertThat(api.history(couple, couple.womanToken())).isEmpty();
    }

    @Test
    void refusesLongNamesAndLongMessages() {
        assertThat(api.send(couple, couple.womanToken(), "c".repeat(65), "a").outcome())
                .isEqualTo("400 validation-failed");
        assertThat(api.send(couple, couple.womanToken(), "c", "a".repeat(4_001)).outcome())
                .isEqualTo("413 too-large");
        assertThat(api.send(couple, couple.womanToken(), "c", "\uD83D\uDE00".repeat(4_000))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "DELETE"})
    void doesNotExistForAStranger(String method) {
        api.send(couple, couple.womanToken(), "c-1", "Hello");
        var stranger = TestTokens.person(Couple.person("male"), "male");
        var body = method.equals("POST") ? Map.of("clientMessageId", "c-2", "body", "Hi") : null;
        var path = couple.path("/messages") + (method.equals("DELETE") ? "/" + UUID.randomUUID() : "");

        var answer = api.call(method, path, stranger, body);
        var noRoom = api.call(method, path.replace(couple.roomId().toString(), "nowhere"), stranger, body);

        assertThat(answer.outcome()).isEqualTo("404 not-found");
        assertThat(noRoom.body().path("detail"))
                .as("nothing tells a foreign room from none")
                .isEqualTo(answer.body().path("detail"));
        assertThat(api.history(couple, couple.womanToken())).hasSize(1);
    }

    @Test
    void isForPeopleWithATokenOnly() {
        assertThat(api.get(couple.path("/messages"), null).status()).isEqualTo(401);
        assertThat(api.get(couple.path("/messages"), "rubbish").outcome()).isEqualTo("401 invalid-token");
        assertThat(api.get(couple.path("/messages"), TestTokens.service("history"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void walksBackFromTheNewestAndForwardFromAnywhere() {
        for (int i = 1; i <= 7; i++) {
            api.send(couple, i % 2 == 0 ? couple.manToken() : couple.womanToken(), "c-" + i, "Message " + i);
        }

        assertThat(page("")).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(page("?limit=2")).containsExactly(7L, 6L);
        assertThat(page("?beforeSeq=4&limit=2")).containsExactly(3L, 2L);
        assertThat(page("?beforeSeq=1")).isEmpty();
        assertThat(page("?afterSeq=0&limit=3")).containsExactly(1L, 2L, 3L);
        assertThat(page("?afterSeq=5")).containsExactly(6L, 7L);
        assertThat(page("?afterSeq=7")).isEmpty();
        assertThat(page("?afterSeq=9223372036854775807")).isEmpty();
        assertThat(page("?afterSeq=2&beforeSeq=6")).containsExactly(3L, 4L, 5L);
        assertThat(page("?afterSeq=3&beforeSeq=4")).isEmpty();
        assertThat(seqs(api.history(couple, couple.womanToken()))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void goesOnInTheDirectionOfTheCursor() {
        for (int i = 1; i <= 5; i++) {
            api.send(couple, couple.womanToken(), "c-" + i, "Message " + i);
        }

        var first = api.get(couple.path("/messages?limit=2"), couple.manToken()).body();
        var cursor = first.path("nextCursor").asString();

        assertThat(page("?limit=2&cursor=" + cursor)).containsExactly(3L, 2L);
        var last = api.get(couple.path("/messages?beforeSeq=3&limit=2"), couple.manToken());
        assertThat(last.body().path("nextCursor").isNull()).isTrue();
    }

    /** A client that keeps its question and adds the cursor. */
    @ParameterizedTest
    @ValueSource(strings = {"afterSeq=1&beforeSeq=5", "afterSeq=1", "beforeSeq=5"})
    void givesTheRestOfTheSameRangePageByPage(String query) {
        for (int i = 1; i <= 5; i++) {
            api.send(couple, couple.womanToken(), "c-" + i, "Message " + i);
        }
        var whole = page("?" + query);
        var pages = new ArrayList<Long>();
        var cursor = "";
        do {
            var page = api.get(couple.path("/messages?" + query + "&limit=2" + cursor), couple.manToken());
            pages.addAll(seqs(List.copyOf(page.body().path("items").values())));
            var next = page.body().path("nextCursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        assertThat(pages).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "beforeSeq=-1",
                "afterSeq=-1",
                "beforeSeq=x",
                "afterSeq=1.5",
                "beforeSeq=9223372036854775808",
                "limit=0",
                "limit=201",
                "limit=x",
                "cursor=x",
                "cursor=",
                "cursor=YWZ0ZXIKeA",
                "cursor=c29tZXdoZXJlCjE"
            })
    void refusesABadPage(String query) {
        assertThat(api.get(couple.path("/messages?" + query), couple.womanToken())
                        .outcome())
                .isEqualTo("400 validation-failed");
    }

    @Test
    void leavesATombstoneOfADeletedMessage() {
        var message = api.send(couple, couple.womanToken(), "c-1", "Oops").body();
        api.send(couple, couple.manToken(), "c-2", "What?");
        var path = couple.path("/messages/" + message.path("messageId").asString());

        assertThat(api.delete(path, couple.womanToken()).status()).isEqualTo(204);
        assertThat(api.delete(path, couple.womanToken()).status())
                .as("deleting again changes nothing")
                .isEqualTo(204);

        var history = api.history(couple, couple.manToken());
        assertThat(seqs(history)).containsExactly(1L, 2L);
        assertThat(history.getFirst().path("body").isNull()).isTrue();
        assertThat(history.getFirst().path("deletedAt").isString()).isTrue();
        assertThat(api.send(couple, couple.womanToken(), "c-1", "Oops").body())
                .as("its name still stands for it")
                .isEqualTo(history.getFirst());
    }

    @Test
    void deletesNothingThatIsNotOnesOwn() {
        var message = api.send(couple, couple.womanToken(), "c-1", "Hello").body();
        var path = couple.path("/messages/" + message.path("messageId").asString());
        var elsewhere = Couple.between(couple.woman(), Couple.person("male"));
        api.open(elsewhere);

        assertThat(api.delete(path, couple.manToken()).outcome()).isEqualTo("403 forbidden");
        assertThat(api.delete(couple.path("/messages/" + UUID.randomUUID()), couple.womanToken())
                        .outcome())
                .isEqualTo("404 not-found");
        assertThat(api.delete(couple.path("/messages/first"), couple.womanToken())
                        .outcome())
                .isEqualTo("404 not-found");
        assertThat(api.delete(
                                elsewhere.path(
                                        "/messages/" + message.path("messageId").asString()),
                                couple.womanToken())
                        .outcome())
                .as("it is not in that room")
                .isEqualTo("404 not-found");
        assertThat(api.history(couple, couple.manToken())).containsExactly(message);
    }

    @Test
    void offersNoOtherVerbs() {
        assertThat(api.call("PUT", couple.path("/messages"), couple.womanToken(), "{}")
                        .outcome())
                .isEqualTo("405 method-not-allowed");
        assertThat(api.get(couple.path("/nothing"), couple.womanToken()).outcome())
                .isEqualTo("404 not-found");
    }

    private List<Long> page(String query) {
        var items = new ArrayList<JsonNode>();
        api.get(couple.path("/messages" + query), couple.manToken())
                .body()
                .path("items")
                .forEach(items::add);
        return seqs(items);
    }

    private static List<Long> seqs(List<JsonNode> messages) {
        return messages.stream().map(message -> message.path("seq").asLong()).toList();
    }
}
