package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.Stack;
import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.localstack.client.Meeting;
import com.realtimeconnect.localstack.client.Person;
import com.realtimeconnect.localstack.client.Reply;
import com.realtimeconnect.test.Mailbox;
import com.realtimeconnect.test.SharedStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Tokens in the wrong hands, two tabs of one person, and people of whom nobody knows the address, on two nodes. It runs
 * user-service as an operator may who wants addresses confirmed.
 */
@Order(11)
class StolenTokenTests {

    private static final Clients CLIENTS = new Clients();
    /** How quickly a token dies is measured elsewhere; here each look goes to five services. */
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final List<Service> REALTIME = List.of(Service.QUEUING, Service.INTERACTION, Service.COMMUNICATION);

    /** Any call of each service that wants no more than a good token. */
    private static final Map<Service, String> CALLS = Map.of(
            Service.USER, "/auth/me",
            Service.QUEUING, "/api/queue/intents",
            Service.INTERACTION, "/api/interactions/current",
            Service.HISTORY, "/api/history/summary",
            Service.COMMUNICATION, "/api/rooms");

    @BeforeAll
    static void wantAddressesConfirmed() {
        stack().restart(
                        Service.USER,
                        1,
                        Map.of("EMAIL_VERIFICATION", "required", "CONNECT_REFRESH_TOKENS_REUSE_GRACE", "2s"));
    }

    @AfterAll
    static void stop() {
        stack().restart(Service.USER, 1, Map.of());
        CLIENTS.close();
    }

    private static Stack stack() {
        return SharedStack.withNodes(2);
    }

    @Test
    void whoHasNotConfirmedTheirAddressCannotQueue() {
        try (var woman = Person.woman(CLIENTS, stack().endpoints(1), "Wilma")) {
            Meeting.comeOnline(woman);
            for (var node : List.of(1, 2)) {
                woman.moveTo(stack().endpoints(node));
                var refused = join(woman);
                assertThat(refused.status()).isEqualTo(403);
                assertThat(refused.code()).isEqualTo("email-unverified");
            }
            assertThatThrownBy(() -> woman.socket(Service.QUEUING).send("/app/queue/join", Map.of("intent", "dating")))
                    .hasMessageContaining("email-unverified");

            var code = new Mailbox(stack().mailFolder(), woman.email()).awaitCode("Confirm your e-mail address");
            assertThat(woman.post(Service.USER, "/auth/email/verify", Map.of("code", code))
                            .status())
                    .isBetween(200, 204);
            await().until(() -> join(woman).status() == 200);
            woman.delete(Service.QUEUING, "/api/queue").orThrow("leave the queue");
        }
    }

    private static Reply join(Person person) {
        return person.post(Service.QUEUING, "/api/queue/join", Map.of("intent", "dating"));
    }

    /** Whoever copied it from her page before she logged out. */
    @Test
    void aTokenStolenBeforeTheLogoutOpensNothing() {
        try (var woman = Person.woman(CLIENTS, stack().endpoints(1), "Wanda")) {
            Meeting.comeOnline(woman);
            CALLS.forEach((service, path) ->
                    assertThat(woman.get(service, path).status()).as(path).isBetween(200, 204));
            assertThat(woman.post(Service.USER, "/auth/logout", null).status()).isEqualTo(204);
            for (var service : REALTIME) {
                assertThat(woman.socket(service).awaitClose(SOON)).isEqualTo(4505);
            }
            for (var node : List.of(2, 1)) {
                woman.moveTo(stack().endpoints(node));
                await().untilAsserted(() -> CALLS.forEach((service, path) ->
                        assertThat(woman.get(service, path).status()).as(path).isEqualTo(401)));
                for (var service : REALTIME) {
                    assertThatThrownBy(() -> woman.connect(service))
                            .as(service.fullName())
                            .isInstanceOf(RuntimeException.class);
                }
            }
            assertThat(refresh(woman.refreshToken()).status()).isEqualTo(401);
        }
    }

    @Test
    void twoTabsThatRefreshAtOnceBothGoOn() throws Exception {
        try (var woman = Person.woman(CLIENTS, stack().endpoints(1), "Wanda");
                var tabs = Executors.newFixedThreadPool(2)) {
            Meeting.comeOnline(woman);
            var refresh = (Callable<Reply>) () -> refresh(woman.refreshToken());
            var answers = tabs.invokeAll(List.of(refresh, refresh));
            var first = answers.getFirst().get();
            var second = answers.getLast().get();
            assertThat(first.status()).isEqualTo(200);
            assertThat(second.body().path("refreshToken"))
                    .isEqualTo(first.body().path("refreshToken"));
            for (var tab : List.of(first, second)) {
                for (var service : REALTIME) {
                    var swap =
                            Map.of("accessToken", tab.body().path("accessToken").asString(""));
                    woman.socket(service).send("/app/auth/refresh", swap);
                    assertThat(woman.socket(service).closeCode()).isEmpty();
                }
            }
            assertThat(refresh(first.body().path("refreshToken").asString("")).status())
                    .isEqualTo(200);
        }
    }

    /** Who comes second with a refresh token, thief or owner, ends the login for both. */
    @Test
    void aStolenRefreshTokenIsFoundOutAndEndsTheLogin() {
        try (var woman = Person.woman(CLIENTS, stack().endpoints(1), "Wanda")) {
            Meeting.comeOnline(woman);
            var thief = refresh(woman.refreshToken());
            assertThat(thief.status()).isEqualTo(200);
            var late = await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> refresh(woman.refreshToken()), answer -> answer.status() != 200);
            assertThat(late.status()).isEqualTo(401);
            assertThat(late.code()).isEqualTo("refresh-reused");
            for (var service : REALTIME) {
                assertThat(woman.socket(service).awaitClose(SOON)).isEqualTo(4505);
            }
            var loot = thief.body().path("accessToken").asString("");
            await().until(() ->
                    CLIENTS.call(stack().endpoints(2), Service.HISTORY, "GET", "/api/history/summary", null, loot)
                                    .status()
                            == 401);
            assertThat(refresh(thief.body().path("refreshToken").asString("")).status())
                    .isEqualTo(401);
        }
    }

    private static Reply refresh(String token) {
        return CLIENTS.call(
                stack().endpoints(1), Service.USER, "POST", "/auth/refresh", Map.of("refreshToken", token), null);
    }
}
