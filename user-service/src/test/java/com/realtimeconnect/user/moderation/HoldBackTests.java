package com.realtimeconnect.user.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.test.Neighbours;
import com.realtimeconnect.user.ApiTest;
import com.realtimeconnect.user.MetBefore;
import com.realtimeconnect.user.SecondNode;
import com.realtimeconnect.user.UserApi;
import com.realtimeconnect.user.UserApi.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When reports hold somebody back, and when not. */
@ApiTest
class HoldBackTests {

    private final UserApi api;
    private final Neighbours neighbours;
    private final MetBefore world;
    private int lastAddress;

    HoldBackTests(UserApi api, Neighbours neighbours) {
        this.api = api;
        this.neighbours = neighbours;
        this.world = new MetBefore(neighbours);
    }

    @BeforeEach
    void reset() {
        world.reset();
    }

    @Test
    void threeTrustworthyPeopleHoldAManBackUntilAnAdminDismissesAll() {
        var man = api.man();
        var reports = new ArrayList<String>();
        reports.add(report(trustworthy(), man));
        reports.add(report(trustworthy(), man));
        assertThat(isHeld(man)).isFalse();
        reports.add(report(trustworthy(), man));
        assertThat(isHeld(man)).isTrue();
        await().until(() -> told(man, "held") > 0);
        assertThat(api.get("/auth/me", man.accessToken()).status())
                .as("he is only not matched")
                .isEqualTo(200);
        var admin = MetBefore.admin(api);
        for (var report : reports) {
            assertThat(isHeld(man)).isTrue();
            resolve(admin, report, "dismissed");
        }
        assertThat(isHeld(man)).isFalse();
        await().until(() -> told(man, "good") > 0);
        report(trustworthy(), man);
        assertThat(isHeld(man)).as("what was decided counts no more").isFalse();
    }

    @Test
    void anUpheldReportDoesNotLetHimOut() {
        var man = api.man();
        var reports = List.of(report(trustworthy(), man), report(trustworthy(), man), report(trustworthy(), man));
        var admin = MetBefore.admin(api);
        resolve(admin, reports.get(0), "upheld");
        resolve(admin, reports.get(1), "dismissed");
        resolve(admin, reports.get(2), "dismissed");
        assertThat(isHeld(man)).isTrue();
        var path = "/admin/users/" + man.id() + "/reinstate";
        assertThat(api.post(path, admin.accessToken(), Map.of("reason", "Talked to him"))
                        .status())
                .isEqualTo(204);
        assertThat(isHeld(man)).isFalse();
    }

    @Test
    void accountsOfYesterdayDoNotCount() {
        var man = api.man();
        for (var number = 0; number < 6; number++) {
            report(at(api.woman()), man);
        }
        assertThat(isHeld(man)).isFalse();
    }

    @Test
    void oneHouseholdCountsOnce() {
        var man = api.man();
        for (var number = 0; number < 4; number++) {
            report(MetBefore.old(api.woman()), man);
        }
        assertThat(isHeld(man)).isFalse();
    }

    @Test
    void whoIsSuspendedOrWasReportedRightlyOrCriesWolfDoesNotCount() {
        var man = api.man();
        report(trustworthy(), man);
        report(trustworthy(), man);
        var admin = MetBefore.admin(api);
        var guilty = trustworthy();
        resolve(admin, report(trustworthy(), guilty), "upheld");
        report(guilty, man);
        var wolf = trustworthy();
        for (var number = 0; number < 3; number++) {
            resolve(admin, report(wolf, api.man()), "dismissed");
        }
        report(wolf, man);
        var suspended = trustworthy();
        report(suspended, api.man());
        MetBefore.sql("update users.accounts set suspended_at = now() where id = '" + suspended.id() + "'");
        report(suspended, man);
        assertThat(isHeld(man)).isFalse();
        report(trustworthy(), man);
        assertThat(isHeld(man)).isTrue();
    }

    @Test
    void reportsAtTheSameMomentAreCountedTogether() throws Exception {
        var man = api.man();
        var women = List.of(trustworthy(), trustworthy(), trustworthy());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tries = women.stream()
                    .map(woman -> (Callable<String>) () -> report(woman, man))
                    .toList();
            threads.invokeAll(tries);
        }
        assertThat(isHeld(man)).isTrue();
    }

    @Test
    void whoeverSharesANetworkCountsOnce() {
        var networks = List.of(Set.of("a", "b"), Set.of("c"), Set.<String>of(), Set.of("b", "c"), Set.of("d"));
        var witnesses = networks.stream()
                .map(network -> new Witness(UserId.next(), network))
                .toList();
        assertThat(HoldBack.countNetworksOnce(witnesses)).isEqualTo(3);
    }

    @Test
    void theWordOfOneIsNeverEnough() {
        assertThatThrownBy(() -> SecondNode.start("HOLD_REPORTERS=1").close())
                .hasStackTraceContaining("nobody is held back by one person's word");
    }

    /** An old account at an address of its own. */
    private Member trustworthy() {
        return at(MetBefore.old(api.woman()));
    }

    private Member at(Member member) {
        lastAddress++;
        MetBefore.sql("update users.logins set address = '192.0.2." + lastAddress + "' where account_id = '"
                + member.id() + "'");
        return member;
    }

    private String report(Member by, Member whom) {
        var meeting = world.met(by, whom, Instant.now());
        var answer =
                api.post("/safety/reports", by.accessToken(), Map.of("interactionId", meeting, "reason", "harassment"));
        assertThat(answer.status()).isEqualTo(201);
        return answer.text("reportId");
    }

    private void resolve(Member admin, String report, String outcome) {
        var answer = api.post(
                "/admin/reports/" + UUID.fromString(report) + "/resolve",
                admin.accessToken(),
                Map.of("outcome", outcome, "reason", "Read it"));
        assertThat(answer.status()).isEqualTo(200);
    }

    private boolean isHeld(Member member) {
        return api.get("/internal/people?id=" + member.id(), api.serviceToken())
                .json()
                .at("/0/held")
                .asBoolean();
    }

    private long told(Member member, String standing) {
        return neighbours.requests().stream()
                .filter(request -> request.path().equals("/internal/standings"))
                .filter(request -> request.body().contains(member.id().toString())
                        && request.body().contains("\"" + standing + "\""))
                .count();
    }
}
