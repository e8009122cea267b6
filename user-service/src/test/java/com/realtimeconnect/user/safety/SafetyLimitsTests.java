package com.realtimeconnect.user.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.test.Neighbours;
import com.realtimeconnect.user.ApiTest;
import com.realtimeconnect.user.MetBefore;
import com.realtimeconnect.user.UserApi;
import com.realtimeconnect.user.UserApi.Answer;
import com.realtimeconnect.user.UserApi.Member;
import com.realtimeconnect.user.throttle.DailyCounter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.StringRedisTemplate;

@ApiTest
class SafetyLimitsTests {

    private static final Duration DAY = Duration.ofDays(1);

    private final UserApi api;
    private final MetBefore world;
    private final Blocks blocks;
    private final BlockRepository repository;
    private final DailyCounter counter;
    private final StringRedisTemplate redis;

    SafetyLimitsTests(
            UserApi api,
            Neighbours neighbours,
            Blocks blocks,
            BlockRepository repository,
            DailyCounter counter,
            StringRedisTemplate redis) {
        this.api = api;
        this.world = new MetBefore(neighbours);
        this.blocks = blocks;
        this.repository = repository;
        this.counter = counter;
        this.redis = redis;
    }

    @BeforeEach
    void reset() {
        world.reset();
    }

    @Test
    void endsTheBlocksOfADayAndNeverAPanic() {
        var woman = api.woman();
        var known = api.man();
        assertThat(block(woman, known.id()).status()).isEqualTo(201);
        assertThat(redis.opsForValue().get("daily:block:" + woman.id())).isEqualTo("1");
        assertThat(block(woman, known.id()).status()).isEqualTo(200);
        assertThat(redis.opsForValue().get("daily:block:" + woman.id()))
                .as("the same again is no second one")
                .isEqualTo("1");
        redis.opsForValue().set("daily:block:" + woman.id(), "100", DAY);

        var man = api.man();
        var refused = block(woman, man.id());
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo("too-many-requests");
        assertThat(refused.json().path("retryAfterSeconds").asLong()).isBetween(86_300L, 86_400L);
        assertThat(refused.header("retry-after")).isNotNull();
        assertThat(block(woman, known.id()).status()).isEqualTo(200);
        var meeting = world.met(woman, man, null);
        assertThat(api.post("/safety/panic", woman.accessToken(), Map.of("interactionId", meeting))
                        .status())
                .isEqualTo(200);
        assertThat(blocks.isMade(new UserId(woman.id()), new UserId(man.id()))).isTrue();
        assertThat(block(api.woman(), man.id()).status())
                .as("to others it is nothing")
                .isEqualTo(201);
    }

    @Test
    void endsTheReportsOfADayAndRepeatsWhatWasSaid() {
        var woman = api.woman();
        var meeting = world.met(woman, api.man(), Instant.now());
        assertThat(report(woman, meeting).status()).isEqualTo(201);
        redis.opsForValue().set("daily:report:" + woman.id(), "50", DAY);
        assertThat(report(woman, meeting).status()).isEqualTo(200);
        assertThat(report(woman, UUID.randomUUID()).status())
                .as("what is nothing to her stays nothing")
                .isEqualTo(404);
        var other = world.met(woman, api.man(), Instant.now());
        assertThat(report(woman, other).code()).isEqualTo("too-many-requests");
        assertThat(api.post("/safety/panic", woman.accessToken(), Map.of("interactionId", other))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keepsAListFromGrowingWithoutEnd() {
        var woman = new UserId(api.woman().id());
        var limits = new SafetyLimits(repository, counter, new SafetyProperties(0, 2, 0));
        var men = new UserId[] {
            new UserId(api.man().id()),
            new UserId(api.man().id()),
            new UserId(api.man().id())
        };
        var desk = new BlockDesk(blocks, limits);
        desk.take(woman, men[0]);
        desk.take(woman, men[1]);
        assertThatThrownBy(() -> desk.take(woman, men[2])).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.type().code()).isEqualTo("too-many-blocks");
            assertThat(refused.type().status()).isEqualTo(409);
        });
        assertThat(desk.take(woman, men[0]).isNew()).isFalse();
        blocks.unblock(woman, men[0]);
        assertThat(desk.take(woman, men[2]).isNew()).isTrue();
    }

    @Test
    void zeroIsNoCap() {
        var woman = new UserId(api.woman().id());
        var limits = new SafetyLimits(repository, counter, new SafetyProperties(0, 0, 0));
        assertThatCode(() -> {
                    for (var time = 0; time < 5; time++) {
                        limits.countBlock(woman);
                        limits.countReport(woman);
                    }
                })
                .doesNotThrowAnyException();
        assertThat(limits.forget(woman)).as("nothing was counted").isZero();
    }

    private Answer block(Member by, UUID whom) {
        return api.post("/safety/blocks", by.accessToken(), Map.of("userId", whom));
    }

    private Answer report(Member by, UUID meeting) {
        return api.post("/safety/reports", by.accessToken(), Map.of("interactionId", meeting, "reason", "spam"));
    }
}
