package com.realtimeconnect.user.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.test.LocalServices;
import com.realtimeconnect.user.ApiTest;
import com.realtimeconnect.user.ShiftedClock;
import com.realtimeconnect.user.UserApi;
import com.realtimeconnect.user.UserApi.Answer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
class RefreshApiTests {

    private final UserApi api;
    private final ShiftedClock clock;

    RefreshApiTests(UserApi api, ShiftedClock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Test
    void exchangesATokenForANewPair() {
        var woman = api.woman();
        var next = api.refresh(woman.refreshToken());
        assertThat(next.status()).isEqualTo(200);
        assertThat(next.text("refreshToken")).isNotEqualTo(woman.refreshToken());
        assertThat(next.text("user.userId")).isEqualTo(woman.id().toString());
        assertThat(api.get("/auth/me", next.text("accessToken")).status()).isEqualTo(200);
    }

    @Test
    void givesTwoTabsTheSamePair() {
        var woman = api.woman();
        var oneTab = api.refresh(woman.refreshToken());
        clock.advance(Duration.ofSeconds(19));
        var otherTab = api.refresh(woman.refreshToken());

        assertThat(otherTab.status()).isEqualTo(200);
        assertThat(otherTab.text("refreshToken")).isEqualTo(oneTab.text("refreshToken"));
        assertThat(otherTab.text("accessToken")).isEqualTo(oneTab.text("accessToken"));
        assertThat(api.refresh(otherTab.text("refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void givesTheCurrentPairAlsoWhenItWasExchangedAgainMeanwhile() {
        var woman = api.woman();
        var second = api.refresh(woman.refreshToken());
        var third = api.refresh(second.text("refreshToken"));
        assertThat(api.refresh(woman.refreshToken()).text("refreshToken")).isEqualTo(third.text("refreshToken"));
    }

    @Test
    void endsTheLoginWhenATokenComesBackLater() {
        var woman = api.woman();
        var current = api.refresh(woman.refreshToken());
        clock.advance(Duration.ofSeconds(21));

        var reused = api.refresh(woman.refreshToken());
        assertThat(reused.status()).isEqualTo(401);
        assertThat(reused.code()).isEqualTo("refresh-reused");
        assertThat(api.refresh(current.text("refreshToken")).status()).isEqualTo(401);
        api.awaitShutOut(current.text("accessToken"));
    }

    @Test
    void leavesOtherLoginsAloneWhenOneIsEnded() {
        var woman = api.woman();
        var phone = api.logIn(woman.email(), UserApi.PASSWORD);
        api.refresh(woman.refreshToken());
        clock.advance(Duration.ofSeconds(21));
        assertThat(api.refresh(woman.refreshToken()).code()).isEqualTo("refresh-reused");
        assertThat(api.refresh(phone.text("refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void endsWithTheLastTokenAfterThirtyDays() {
        var woman = api.woman();
        clock.advance(Duration.ofDays(29));
        var next = api.refresh(woman.refreshToken());
        assertThat(next.status()).isEqualTo(200);
        clock.advance(Duration.ofDays(29));
        var last = api.refresh(next.text("refreshToken"));
        assertThat(last.status()).isEqualTo(200);
        clock.advance(Duration.ofDays(31));
        assertThat(api.refresh(last.text("refreshToken")).code()).isEqualTo("invalid-refresh-token");
    }

    @Test
    void givesManyAtOnceOneAndTheSamePair() throws Exception {
        var woman = api.woman();
        var tries = Collections.<Callable<Answer>>nCopies(16, () -> api.refresh(woman.refreshToken()));
        var pairs = new HashSet<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : threads.invokeAll(new ArrayList<>(tries))) {
                assertThat(answer.get().status()).isEqualTo(200);
                pairs.add(answer.get().text("refreshToken") + answer.get().text("accessToken"));
            }
        }
        assertThat(pairs).hasSize(1);
    }

    @Test
    void keepsNoTokenThatCouldBeRead() throws SQLException {
        var woman = api.woman();
        var next = api.refresh(woman.refreshToken());
        try (var connection = LocalServices.shared().dataSource("user_service").getConnection();
                var statement = connection.prepareStatement("""
                        select t::text, encode(t.successor, 'escape') from users.refresh_tokens t
                        join users.logins l on l.id = t.login_id where l.account_id = ?""")) {
            statement.setObject(1, woman.id());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    assertThat(rows.getString(1) + rows.getString(2))
                            .doesNotContain(woman.refreshToken(), next.text("refreshToken"), next.text("accessToken"));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"refreshToken\":null}",
                "{\"refreshToken\":\"\"}",
                "{\"refreshToken\":5}",
                "{\"refreshToken\":\"a\",\"more\":1}",
                "[\"a\"]",
                "nonsense"
            })
    void refusesWhatIsNoRefresh(String body) {
        assertThat(api.post("/auth/refresh", null, body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "\\u0000", "' or 1=1 --"})
    void refusesTokensThatAreNotOurs(String token) {
        var answer = api.post("/auth/refresh", null, "{\"refreshToken\":\"" + token + "\"}");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("invalid-refresh-token");
    }
}
