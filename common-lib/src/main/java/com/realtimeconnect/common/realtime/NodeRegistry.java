package com.realtimeconnect.common.realtime;

import static java.util.stream.Collectors.toSet;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.lua.LuaFile;
import com.realtimeconnect.common.stomp.StompSession;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Redis knows of this node: a lease that lives while the node does, and a route for each socket that counts only
 * while the lease of its node lives. So an idle socket costs Redis nothing.
 */
final class NodeRegistry {

    private static final Logger log = LoggerFactory.getLogger(NodeRegistry.class);
    private static final Duration ROUTE_TTL = Duration.ofHours(1);
    private static final Duration ROUTES_REWRITTEN = Duration.ofMinutes(20);
    private static final String REGISTER = LuaFile.read("realtime/register_route");

    private final RedisLink redis;
    private final LocalSessions sessions;
    private final RealtimeKeys keys;
    private final Duration lease;
    private final String node = Uuids.next().toString();
    private volatile boolean unwritten;
    private long writtenAt = System.nanoTime();

    NodeRegistry(RedisLink redis, LocalSessions sessions, RealtimeKeys keys, Duration lease) {
        this.lease = lease;
        this.redis = redis;
        this.sessions = sessions;
        this.keys = keys;
    }

    /** The name of this node. Each start has its own, so that nobody takes it for its predecessor. */
    String node() {
        return node;
    }

    /**
     * Notes the socket and answers all sockets of its person, oldest first.
     *
     * @throws RedisUnreachableException and then the socket is noted with the next lease
     */
    List<Route> register(StompSession session) {
        try {
            return Route.readAll(RedisLink.await(write(session)));
        } catch (RedisUnreachableException unreachable) {
            unwritten = true;
            throw unreachable;
        }
    }

    private CompletionStage<List<Object>> write(StompSession session) {
        return redis.commands()
                .eval(
                        REGISTER,
                        ScriptOutputType.MULTI,
                        new String[] {keys.routes(session.user().id())},
                        Route.field(node, session.id()),
                        Long.toString(ROUTE_TTL.toMillis()));
    }

    void unregister(StompSession session) {
        RedisLink.unawaited(redis.commands().hdel(keys.routes(session.user().id()), Route.field(node, session.id())));
    }

    /** The nodes that say they hold sockets of this person; some may be dead. */
    CompletionStage<Set<String>> nodesOf(UserId user) {
        return redis.commands()
                .hkeys(keys.routes(user))
                .thenApply(fields -> fields.stream().map(Route::nodeOf).collect(toSet()));
    }

    CompletionStage<Boolean> isAlive(String other) {
        return redis.commands().exists(keys.lease(other)).thenApply(found -> found > 0);
    }

    /** Forgets what this node had for the person if it is dead; one that is only slow keeps it. */
    void prune(UserId user, String suspect) {
        RedisLink.unawaited(isAlive(suspect).thenAccept(alive -> {
            if (!alive) {
                pruneDead(user, suspect);
            }
        }));
    }

    private void pruneDead(UserId user, String dead) {
        RedisLink.unawaited(redis.commands().hkeys(keys.routes(user)).thenAccept(fields -> {
            var theirs = fields.stream()
                    .filter(field -> Route.nodeOf(field).equals(dead))
                    .toArray(String[]::new);
            if (theirs.length > 0) {
                RedisLink.unawaited(redis.commands().hdel(keys.routes(user), theirs));
            }
        }));
    }

    /** Renews the lease. Where Redis had lost it, it lost the routes too, and they are written again. */
    void renew() {
        var held = RedisLink.await(redis.commands().setGet(keys.lease(node), "alive", SetArgs.Builder.px(lease)));
        var now = System.nanoTime();
        if (held == null || unwritten || now - writtenAt > ROUTES_REWRITTEN.toNanos()) {
            unwritten = false;
            writtenAt = now;
            rewriteRoutes();
        }
    }

    /** Writes all routes again, and then has every node look again. */
    private void rewriteRoutes() {
        var writes = sessions.all().stream()
                .map(session -> write(session)
                        .exceptionally(unreachable -> {
                            unwritten = true;
                            return List.of();
                        })
                        .toCompletableFuture())
                .toArray(CompletableFuture<?>[]::new);
        if (writes.length > 0) {
            RedisLink.unawaited(CompletableFuture.allOf(writes)
                    .thenCompose(done -> redis.commands().spublish(keys.moves(), RealtimeKeys.EVERYBODY)));
            log.atInfo().addKeyValue("sockets", writes.length).log("Routes written");
        }
    }

    /** Gives the lease back at once. */
    void resign() {
        RedisLink.unawaited(redis.commands().del(keys.lease(node)));
    }
}
