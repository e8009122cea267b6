package com.realtimeconnect.test;

import com.realtimeconnect.localstack.ProjectFolder;
import com.realtimeconnect.localstack.RedisServer;
import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.Settings;
import com.realtimeconnect.localstack.Stack;
import com.realtimeconnect.localstack.StackPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one stack of this test run. It is started when the first test wants it, and ends with the run. */
public final class SharedStack {

    /** Short enough to wait for, long enough to lose a node in between. */
    public static final int CALL_SECONDS = 8;

    /** Who the first admin is. */
    public static final String ADMIN_EMAIL = "moderator@example.com";

    public static final String ADMIN_PASSWORD = "granite-orchard-88";

    private static final Logger log = LoggerFactory.getLogger(SharedStack.class);

    private static final List<String> SETTINGS = List.of(
            "CALL_SECONDS=" + CALL_SECONDS,
            "PROPOSAL_SECONDS=5",
            "RECONNECT_GRACE_SECONDS=10",
            "QUEUE_GRACE_SECONDS=5",
            // Services are away for seconds here, and nobody wants to wait longer for what they missed.
            "OUTBOX_LONGEST_PAUSE=4s",
            // All people of a run share one address, and some of them join more often than a person would.
            "JOIN_RATE_PER_MINUTE=0",
            "LOGIN_ADDRESS_ATTEMPTS=0",
            // Hundreds of accounts, whose passwords nobody wants to guess.
            "user.BCRYPT_COST=4",
            // And they are all new.
            "HOLD_REPORTER_AGE=0s",
            "HOLD_SAME_NETWORK_ONCE=false",
            "ADMIN_EMAIL=" + ADMIN_EMAIL,
            "ADMIN_PASSWORD=" + ADMIN_PASSWORD);

    private static final class Holder {
        static final RedisServer REDIS = redis();
        static final CuttableLink USERS_REDIS = CuttableLink.to(REDIS.port());
        static final Map<Service, CuttableLink> USERS_NEIGHBOURS = links();
        static final Stack STACK = start();
    }

    private SharedStack() {}

    /** The stack with this many processes of each realtime service. */
    public static Stack withNodes(int realtimeNodes) {
        Holder.STACK.resize(realtimeNodes);
        return Holder.STACK;
    }

    /** By what user-service, and nobody else, reaches Redis. */
    public static CuttableLink usersRedis() {
        return Holder.USERS_REDIS;
    }

    /** By what user-service, and nobody else, reaches the first process of another service. */
    public static CuttableLink usersLinkTo(Service service) {
        return Objects.requireNonNull(Holder.USERS_NEIGHBOURS.get(service), service.fullName());
    }

    /** They lead nowhere before it is known where the services are. */
    private static Map<Service, CuttableLink> links() {
        var links = new EnumMap<Service, CuttableLink>(Service.class);
        for (var service : Service.values()) {
            if (service != Service.USER) {
                links.put(service, CuttableLink.to(0));
            }
        }
        return links;
    }

    private static RedisServer redis() {
        try {
            var redis = RedisServer.start(null, 0);
            Runtime.getRuntime().addShutdownHook(new Thread(redis::close));
            return redis;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Stack start() {
        var settings = new ArrayList<>(SETTINGS);
        settings.add("REDIS_URL=" + Holder.REDIS.url());
        settings.add("user.REDIS_URL=redis://localhost:" + Holder.USERS_REDIS.port());
        Holder.USERS_NEIGHBOURS.forEach((service, link) ->
                settings.add("user." + service.addressSetting() + "=http://localhost:" + link.port()));
        PostgresPrograms.find().ifPresent(programs -> settings.add("POSTGRES_BIN=" + programs));
        var project = ProjectFolder.find();
        var plan = StackPlan.passing(
                project, Path.of("target", "logs").toAbsolutePath(), Settings.of(Map.of(), settings), 1);
        var stack = Stack.start(plan, step -> log.info("Starting {}", step));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        Holder.USERS_NEIGHBOURS.forEach(
                (service, link) -> link.leadTo(stack.node(service, 1).address().getPort()));
        return stack;
    }
}
