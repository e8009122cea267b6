package com.realtimeconnect.common.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.realtimeconnect.test.CuttableLink;
import com.realtimeconnect.test.LocalServices;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Nobody waits with a timer of their own, and nobody waits for ever. */
class PatientConnectionTests {

    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final Duration FAR_MORE = Duration.ofSeconds(20);

    private final CuttableLink link =
            CuttableLink.to(URI.create(LocalServices.shared().redisUrl()).getPort());
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataRedisAutoConfiguration.class, RedisAutoConfiguration.class))
            .withPropertyValues(
                    "spring.data.redis.url=redis://localhost:" + link.port(),
                    "spring.data.redis.timeout=" + LIMIT.toMillis() + "ms");

    @AfterEach
    void close() throws Exception {
        link.close();
    }

    @Test
    void areTheOnesThatSpringBootWouldHaveMade() {
        runner.run(context -> {
            assertThat(context.getBean(LettuceConnectionFactory.class)).isInstanceOf(PatientConnectionFactory.class);
            var redis = context.getBean(StringRedisTemplate.class);
            var key = "patient:" + UUID.randomUUID();
            redis.opsForValue().set(key, "there", FAR_MORE);
            assertThat(redis.opsForValue().get(key)).isEqualTo("there");
        });
    }

    @Test
    void failInTimeWhenNoAnswerComes() {
        runner.run(context -> {
            var redis = context.getBean(StringRedisTemplate.class);
            assertThat(redis.opsForValue().get("nothing")).isNull();
            link.silence();
            assertTimeoutPreemptively(
                    FAR_MORE,
                    () -> assertThatExceptionOfType(DataAccessException.class)
                            .isThrownBy(() -> redis.opsForValue().get("nothing")));
            link.mend();
            assertThat(redis.opsForValue().get("nothing")).isNull();
        });
    }

    @Test
    void areLeftAsTheyAreWhereSeveralServersAnswer() {
        runner.withPropertyValues("spring.data.redis.cluster.nodes=localhost:" + link.port())
                .run(context -> assertThat(context.getBean(LettuceConnectionFactory.class))
                        .isNotInstanceOf(PatientConnectionFactory.class));
    }
}
