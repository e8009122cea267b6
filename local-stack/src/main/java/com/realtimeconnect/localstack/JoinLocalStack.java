package com.realtimeconnect.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * For {@code mvn spring-boot:run} in the folder of one service: uses the local PostgreSQL, Redis and S3 if they run, else
 * starts them, with the same data as {@code ./run}. Does nothing unless {@code connect.local-stack=join} is set, as the
 * build does for that goal alone.
 */
public final class JoinLocalStack implements EnvironmentPostProcessor {

    private final Log log;
    private final List<AutoCloseable> started = new ArrayList<>();

    JoinLocalStack(DeferredLogFactory logs) {
        log = logs.getLog(JoinLocalStack.class);
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!"join".equals(environment.getProperty("connect.local-stack"))) {
            return;
        }
        var plan = StackPlan.lasting(ProjectFolder.find(), Settings.of(System.getenv(), List.of()), 1);
        var isUserService = "user-service".equals(environment.getProperty("spring.application.name"));
        try {
            environment.getPropertySources().addLast(new LocalServers(addresses(plan, isUserService), started));
        } catch (IOException | SQLException broken) {
            throw new StackException("PostgreSQL, Redis or S3 cannot be started for this service", broken);
        }
        if (!isUserService) {
            log.info("The accounts come from user-service: run it as well, once at least");
        }
    }

    /** One process looks and starts at a time, so that two services started together do not both start a server. */
    private Map<String, Object> addresses(StackPlan plan, boolean needsS3) throws IOException, SQLException {
        var local = Files.createDirectories(plan.project().local());
        try (var channel = FileChannel.open(
                        local.resolve("join.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var turn = channel.lock()) {
            log.debug("Looking for the local servers: " + turn);
            var addresses = new HashMap<String, Object>();
            addresses.put("DB_URL", postgres(plan));
            addresses.put("REDIS_URL", redis(plan));
            if (needsS3) {
                addresses.put("S3_ENDPOINT", s3(plan));
                addresses.put("S3_BUCKET", S3Server.BUCKET);
                addresses.put("S3_ACCESS_KEY", S3Server.ACCESS_KEY);
                addresses.put("S3_SECRET_KEY", S3Server.SECRET_KEY);
            }
            addresses.put("JWT_SIGNING_KEYS", local.resolve("keys").toString());
            addresses.put("MAIL_FOLDER", local.resolve("mail").toString());
            addresses.put("ICE_PRIVACY", "all");
            return addresses;
        }
    }

    private String postgres(StackPlan plan) throws IOException, SQLException {
        var port = plan.postgresPort();
        if (!isThere("PostgreSQL", port)) {
            started.add(PostgresServer.start(plan.project().data("postgresql"), port));
        }
        return "jdbc:postgresql://localhost:" + port + "/connect";
    }

    private String redis(StackPlan plan) throws IOException {
        var port = plan.redisPort();
        if (!isThere("Redis", port)) {
            started.add(RedisServer.start(plan.project().data("redis"), port));
        }
        return "redis://localhost:" + port;
    }

    private String s3(StackPlan plan) throws IOException {
        var port = plan.s3Port();
        if (!isThere("S3", port)) {
            var log = plan.logs().resolve("s3.log");
            started.add(S3Server.start(plan.project(), plan.project().data("s3"), port, log));
        }
        return "http://localhost:" + port;
    }

    private boolean isThere(String server, int port) {
        var answers = Ports.answers(port);
        log.info(server + (answers ? " runs on port " : " does not run yet, so it is started here, on port ") + port);
        return answers;
    }

    /** The addresses, and with them the servers: they live as long as the environment that names them. */
    private static final class LocalServers extends MapPropertySource {

        @SuppressWarnings("unused")
        private final List<AutoCloseable> servers;

        LocalServers(Map<String, Object> addresses, List<AutoCloseable> servers) {
            super("local-stack", addresses);
            this.servers = servers;
        }
    }
}
