package com.realtimeconnect.user.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.user.SecondNode;
import com.realtimeconnect.user.ShiftedClock;
import com.realtimeconnect.user.account.AccountDirectory;
import com.realtimeconnect.user.account.Credentials;
import com.realtimeconnect.user.account.EmailAddress;
import com.realtimeconnect.user.account.NewAccount;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever honest tabs, a thief with an old token, logouts and time do, on whichever of two nodes: the chain of refresh
 * tokens behaves as a small model of it says.
 */
class RefreshRotationProperties {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private static @Nullable ConfigurableApplicationContext one;
    private static @Nullable ConfigurableApplicationContext other;

    @BeforeContainer
    static void startTwoNodes() {
        one = SecondNode.start();
        other = SecondNode.start();
    }

    @AfterContainer
    static void stopThem() {
        Stream.of(one, other).filter(Objects::nonNull).forEach(ConfigurableApplicationContext::close);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void behavesAsTheModelSays(@ForAll("stories") List<Step> story) {
        var run = new Run();
        story.forEach(run::take);
    }

    @Provide
    Arbitrary<List<Step>> stories() {
        var what = Arbitraries.frequency(
                Tuple.of(6, What.REFRESH_NEWEST),
                Tuple.of(4, What.REFRESH_OLDER),
                Tuple.of(1, What.REFRESH_UNKNOWN),
                Tuple.of(4, What.WAIT),
                Tuple.of(1, What.LOG_OUT));
        return Combinators.combine(
                        what, Arbitraries.of(0, 1), Arbitraries.integers().between(1, 30))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(14);
    }

    enum What {
        REFRESH_NEWEST,
        REFRESH_OLDER,
        REFRESH_UNKNOWN,
        WAIT,
        LOG_OUT
    }

    /** @param amount seconds to wait, or how far back the older token is */
    record Step(What what, int node, int amount) {}

    /** One login, and beside it what should be true of it. */
    private static final class Run {

        private final List<ConfigurableApplicationContext> nodes =
                List.of(Objects.requireNonNull(one), Objects.requireNonNull(other));
        private final Credentials person;
        private final UUID loginId;
        private final List<String> chain = new ArrayList<>();
        private final List<Duration> replacedAt = new ArrayList<>();
        private Duration now = Duration.ZERO;
        private boolean live = true;

        Run() {
            nodes.forEach(node -> node.getBean(ShiftedClock.class).reset());
            var accounts = nodes.getFirst().getBean(AccountDirectory.class);
            var id = UserId.next();
            accounts.register(new NewAccount(
                    id, EmailAddress.of(id + "@example.org"), "none", "Robin", Role.FEMALE, LocalDate.of(1990, 1, 1)));
            person = accounts.credentials(id);
            var started = logins(0).start(person, new Device(null, "127.0.0.1"));
            loginId = UUID.fromString(claim(started.accessToken(), "sid"));
            chain.add(started.refreshToken());
        }

        void take(Step step) {
            switch (step.what()) {
                case WAIT -> {
                    now = now.plusSeconds(step.amount());
                    nodes.forEach(node -> node.getBean(ShiftedClock.class).advance(Duration.ofSeconds(step.amount())));
                }
                case LOG_OUT -> {
                    logins(step.node()).logout(user());
                    live = false;
                }
                case REFRESH_UNKNOWN ->
                    assertThat(refresh(step.node(), RefreshSecret.random().value()))
                            .isEqualTo("invalid-refresh-token");
                case REFRESH_NEWEST -> present(step.node(), chain.size() - 1);
                case REFRESH_OLDER ->
                    present(step.node(), Math.max(0, chain.size() - 1 - step.amount() % chain.size()));
            }
        }

        private void present(int node, int index) {
            var outcome = refresh(node, chain.get(index));
            if (index < chain.size() - 1) {
                var age = now.minus(replacedAt.get(index));
                if (age.equals(GRACE)) {
                    live &= !outcome.equals("refresh-reused"); // real time passes, too: it may fall on either side
                    return;
                }
                if (age.compareTo(GRACE) > 0) {
                    assertThat(outcome).isEqualTo("refresh-reused");
                    live = false;
                } else {
                    assertThat(outcome).isEqualTo(live ? chain.getLast() : "invalid-refresh-token");
                }
            } else if (live) {
                assertThat(chain).doesNotContain(outcome);
                assertThat(outcome).hasSize(43);
                chain.add(outcome);
                replacedAt.add(now);
            } else {
                assertThat(outcome).isEqualTo("invalid-refresh-token");
            }
        }

        /** The next refresh token, or the code of the refusal. */
        private String refresh(int node, String token) {
            try {
                return Objects.requireNonNull(
                        logins(node).refresh(new RefreshSecret(token)).refreshToken());
            } catch (ProblemException refused) {
                return refused.type().code();
            }
        }

        private Logins logins(int node) {
            return nodes.get(node).getBean(Logins.class);
        }

        private AuthenticatedUser user() {
            var clock = nodes.getFirst().getBean(ShiftedClock.class).instant();
            return new AuthenticatedUser(person.id(), person.role(), loginId, clock, clock.plusSeconds(600));
        }
    }

    private static String claim(String token, String name) {
        var payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return JsonMapper.shared().readTree(payload).get(name).asString();
    }
}
