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
    FirstAnswers firstAnswers(StringRedisTemplate redis, JsonMapper json) {
        return new FirstAnswers(redis, json);
    }

    @Bean
    FilterRegistrationBean<IdempotencyKeyFilter> idempotencyKeyFilter(FirstAnswers answers, ProblemWriter problems) {
        var registration = new FilterRegistrationBean<>(new IdempotencyKeyFilter(answers, problems));
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }
}
