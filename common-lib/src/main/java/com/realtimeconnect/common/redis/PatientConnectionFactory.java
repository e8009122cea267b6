package com.realtimeconnect.common.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionProvider;

/**
 * Connections whose callers wait for an answer however long it takes. It comes within {@code spring.data.redis.timeout} all
 * the same, as a failure at the latest, because the client itself sees to that for every command; a second limit on the
 * waiting would set and clear a timer on another thread for each command that a virtual thread sends.
 */
final class PatientConnectionFactory extends LettuceConnectionFactory {

    /** As Spring Data and Lettuce have it. */
    private static final long WITHOUT_LIMIT = 0;

    PatientConnectionFactory(RedisStandaloneConfiguration redis, LettuceClientConfiguration client) {
        super(redis, client);
    }

    @Override
    protected LettuceConnection doCreateLettuceConnection(
            @Nullable StatefulRedisConnection<byte[], byte[]> shared,
            LettuceConnectionProvider provider,
            long timeout,
            int database) {
        return super.doCreateLettuceConnection(shared, provider, WITHOUT_LIMIT, database);
    }
}
