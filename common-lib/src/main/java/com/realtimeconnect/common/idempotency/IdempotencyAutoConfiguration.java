package com.realtimeconnect.common.idempotency;

import com.realtimeconnect.common.problem.ProblemWriter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.data.redis.core.StringRedisTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Puts the filter behind the security chain, where it is known who asks. */
@AutoConfiguration(afterName = "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration")
public class IdempotencyAutoConfiguration {

    @Bean
    FilterRegistrationBean<IdempotencyKeyFilter> idempotencyKeyFilter(
            StringRedisTemplate redis, JsonMapper json, ProblemWriter problems) {
        var registration =
                new FilterRegistrationBean<>(new IdempotencyKeyFilter(new FirstAnswers(redis, json), problems));
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }
}
