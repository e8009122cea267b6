package com.realtimeconnect.queuing.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.queuing.Matches;
import com.realtimeconnect.queuing.QueuingNode;
import com.realtimeconnect.queuing.Town;
import com.realtimeconnect.queuing.Visitor;
import com.realtimeconnect.test.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What a block does to two who wait, or watch each other, on different nodes. She is on the one that does not hear of it. */
class BlockApiTests {

    private static final String PATH = "/internal/blocks";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @BeforeEach
    void clear() {
        Town.clear();
    }

    @Test
    void barsHimFromTheTicketThatSheWaitsWith() {
        try (var she = Visitor.woman(Town.one());
                var he = Visitor.man(Town.two())) {
            she.join("casual");
            // She is in line when it is made, and user-service is not asked about her again.
            block(Town.two(), she.id(), he.id());
            he.join("casual");
            Awaitility.await()
                    .during(Duration.ofMillis(600))
                    .until(() -> Matches.of(Town.one().redis(), "casual").isEmpty());
        }
    }

    @Test
    void darkensBothForEachOther() {
        try (var she = Visitor.woman(Town.one());
                var he = Visitor.man(Town.two())) {
            connected(she, he);
            watch(she, he);
            watch(he, she);
            assertSees(she, "online");
            assertSees(he, "online");

            block(Town.two(), she.id(), he.id());
            assertSees(she, "offline");
            assertSees(he, "offline");
            he.join("casual");
            she.join("casual");
            staysSilent(she);
            staysSilent(he);
        }
    }

    @Test
    void showsNothingAfterwardsThoughHistoryHasNotHeardOfItYet() {
        try (var she = Visitor.woman(Town.one());
                var he = Visitor.man(Town.two())) {
            connected(she, he);
            Town.neighbours().blocked(she.id(), he.id()).blocked(he.id(), she.id());
            block(Town.one(), she.id(), he.id());
            watch(she, he);
            watch(he, she);
            Town.get(he.id(), "male", "/api/presence?userIds=" + she.id())
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .json("[]");
            he.join("casual");
            assertThat(she.client().events("presence-changed")).isEmpty();
            assertThat(he.client().events("presence-changed")).isEmpty();
        }
    }

    @Test
    void showsConnectionsWhileUserServiceIsAway() {
        try (var she = Visitor.woman(Town.one());
                var he = Visitor.man(Town.two())) {
            connected(she, he);
            Town.neighbours().down("people");
            watch(she, he);
            assertSees(she, "online");
        }
    }

    @Test
    void saysNothingToThoseWhoWatchOthers() {
        try (var she = Visitor.woman(Town.one());
                var he = Visitor.man(Town.two());
                var friend = Visitor.woman(Town.one())) {
            Town.neighbours().connected(friend.id(), he.id());
            watch(friend, he);
            assertSees(friend, "online");
            block(Town.one(), she.id(), he.id());
            he.join("casual");
            assertSees(friend, "queuing");
        }
    }

    @Test
    void canBeToldAgainAndOfPeopleWhoAreNotHere() {
        var she = UUID.randomUUID();
        var he = UUID.randomUUID();
        assertThat(block(Town.one(), she, he)).isEqualTo(204);
        assertThat(block(Town.two(), she, he)).isEqualTo(204);
    }

    @Test
    void listensToOurServicesOnly() {
        var fact = fact(UUID.randomUUID(), UUID.randomUUID());
        assertThat(post(Town.one(), TestTokens.person(UUID.randomUUID(), "female"), fact))
                .isEqualTo(403);
        assertThat(post(Town.one(), TestTokens.service("user"), Map.of("blocker", UUID.randomUUID())))
                .isEqualTo(400);
    }

    private static void connected(Visitor one, Visitor other) {
        Town.neighbours().connected(one.id(), other.id()).connected(other.id(), one.id());
    }

    private static void watch(Visitor viewer, Visitor shown) {
        viewer.client().sendAndAwaitReceipt("/app/presence/subscribe", Map.of("userIds", List.of(shown.id())));
    }

    private static void assertSees(Visitor viewer, String status) {
        var seen = viewer.client().awaitEvent("presence-changed");
        assertThat(seen.path("status").asString()).isEqualTo(status);
    }

    private static void staysSilent(Visitor viewer) {
        var before = viewer.client().events("presence-changed").size();
        Awaitility.await()
                .during(Duration.ofMillis(400))
                .atMost(PATIENCE)
                .until(() -> viewer.client().events("presence-changed").size() == before);
    }

    private static int block(QueuingNode node, UUID blocker, UUID blocked) {
        return post(node, TestTokens.service("user"), fact(blocker, blocked));
    }

    private static int post(QueuingNode node, String token, Map<String, ?> fact) {
        RestTestClient.RequestBodySpec request =
                node.rest().post().uri(PATH).header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        return request.body(fact)
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private static Map<String, Object> fact(UUID blocker, UUID blocked) {
        return Map.of(
                "blocker", blocker, "blocked", blocked, "at", Instant.now().toString(), "step", 1);
    }
}
