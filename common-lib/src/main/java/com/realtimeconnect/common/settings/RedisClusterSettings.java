package com.realtimeconnect.common.settings;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/** Turns REDIS_CLUSTER_NODES into a cluster connection if it is set; an empty value means REDIS_URL counts. */
class RedisClusterSettings implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var nodes = environment.getProperty("REDIS_CLUSTER_NODES");
        if (StringUtils.hasText(nodes)) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "redis-cluster", Map.of("spring.data.redis.cluster.nodes", nodes.strip())));
        }
    }
}
