package com.realtimeconnect.common.realtime;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/**
 * Redis as the relay needs it: commands that do not wait, and sharded publish/subscribe, which a cluster carries on one
 * shard only. One server and a cluster look the same from here.
 */
final class RedisLink implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RedisLink.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** After the connection factory, which makes its client anew with each start, and before whoever uses the link. */
    private static final int PHASE = 50;

    private final LettuceConnectionFactory factory;
    private volatile BiConsumer<String, String> listener = (channel, message) -> {};
    private volatile @Nullable Connections connections;

    RedisLink(LettuceConnectionFactory factory) {
        this.factory = factory;
    }

    /** Who hears the channel and the text of each message, on a thread that must not wait. */
    void listen(BiConsumer<String, String> next) {
        listener = next;
    }

    @Override
    public void start() {
        var opened = Connections.open(factory.getRequiredNativeClient());
        opened.channels.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void smessage(String channel, String message) {
                listener.accept(channel, message);
            }
        });
        connections = opened;
    }

    @Override
    public void stop() {
        var closing = connections;
        connections = null;
        if (closing != null) {
            closing.channels.close();
            closing.commands.close();
        }
    }

    @Override
    public boolean isRunning() {
        return connections != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    RedisClusterAsyncCommands<String, String> commands() {
        return connections().async;
    }

    /** Subscribes; harmless to repeat. */
    void subscribe(String channel) {
        await(connections().channels.async().ssubscribe(channel));
    }

    /** Waits for an answer, for threads that may. @throws RedisUnreachableException if none comes in time */
    static <T extends @Nullable Object> T await(CompletionStage<T> answer) {
        try {
            return answer.toCompletableFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RedisUnreachableException(stopped);
        } catch (ExecutionException | TimeoutException unreachable) {
            throw new RedisUnreachableException(unreachable);
        }
    }

    /** For what is only tidied up: nobody waits, and a failure is mended by a lease or a time to live. */
    static void unawaited(CompletionStage<?> answer) {
        answer.whenComplete((done, failure) -> {
            if (failure != null) {
                log.atDebug().setCause(failure).log("Redis was not tidied up");
            }
        });
    }

    private Connections connections() {
        var open = connections;
        if (open == null) {
            throw new RedisUnreachableException(new IllegalStateException("The link is closed"));
        }
        return open;
    }

    private record Connections(
            StatefulConnection<String, String> commands,
            RedisClusterAsyncCommands<String, String> async,
            StatefulRedisPubSubConnection<String, String> channels) {

        static Connections open(AbstractRedisClient client) {
            if (client instanceof RedisClusterClient cluster) {
                var connection = cluster.connect();
                return new Connections(connection, connection.async(), cluster.connectPubSub());
            }
            var server = (RedisClient) client;
            var connection = server.connect();
            return new Connections(connection, connection.async(), server.connectPubSub());
        }
    }
}
