package com.realtimeconnect.journeys;

import com.realtimeconnect.localstack.DatabaseSetup;
import com.realtimeconnect.localstack.Stack;
import com.realtimeconnect.test.PersonalTraces;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.sync.RedisCommands;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.postgresql.ds.PGSimpleDataSource;

/** What the stores of a stack hold: of a person's texts, and of the ledger. */
final class Traces {

    private static final Map<String, String> SCHEMAS = Map.of(
            "user_service", "users",
            "interaction_service", "interactions",
            "history_service", "history",
            "communication_service", "chat");

    private final Stack stack;

    Traces(Stack stack) {
        this.stack = stack;
    }

    /** Every place in PostgreSQL and Redis where one of these texts stands. */
    List<String> of(List<String> texts) {
        var places = new ArrayList<String>();
        for (var role : DatabaseSetup.ROLES) {
            var schema = Objects.requireNonNull(SCHEMAS.get(role), role);
            places.addAll(PersonalTraces.find(database(role), schema, texts));
        }
        places.addAll(PersonalTraces.find(database("user_service"), "audit", texts));
        places.addAll(inRedis(texts));
        return places;
    }

    private List<String> inRedis(List<String> texts) {
        var client = RedisClient.create(stack.redisUrl());
        try (var connection = client.connect()) {
            var redis = connection.sync();
            var places = new ArrayList<String>();
            ScanIterator.scan(redis).forEachRemaining(key -> {
                var content = (key + " " + content(redis, key)).toLowerCase(Locale.ROOT);
                texts.stream()
                        .filter(text -> content.contains(text.toLowerCase(Locale.ROOT)))
                        .forEach(text -> places.add("Redis " + key + ": " + text));
            });
            return places;
        } finally {
            client.shutdown();
        }
    }

    private static String content(RedisCommands<String, String> redis, String key) {
        return switch (redis.type(key)) {
            case "string" -> String.valueOf(redis.get(key));
            case "hash" -> redis.hgetall(key).toString();
            case "set" -> redis.smembers(key).toString();
            case "zset" -> redis.zrange(key, 0, -1).toString();
            case "list" -> redis.lrange(key, 0, -1).toString();
            case "stream" -> redis.xrange(key, Range.unbounded()).toString();
            default -> "";
        };
    }

    void emptyRedis() {
        var client = RedisClient.create(stack.redisUrl());
        try (var connection = client.connect()) {
            connection.sync().flushall();
        } finally {
            client.shutdown();
        }
    }

    /** Which services have confirmed the erasure of this person. */
    List<String> confirmations(String userId) {
        return query("select service from erasure_confirmations where person_hash = "
                + "sha256(convert_to('connect erasure ledger " + userId + "', 'UTF8')) order by service");
    }

    boolean isErased(String userId) {
        return !query("select 'yes' from erasures where completed_at is not null and person_hash = "
                        + "sha256(convert_to('connect erasure ledger " + userId + "', 'UTF8'))")
                .isEmpty();
    }

    private List<String> query(String sql) {
        try (var connection = database("user_service").getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private PGSimpleDataSource database(String role) {
        var source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://localhost:" + stack.postgresPort() + "/connect");
        source.setUser(role);
        source.setPassword(role);
        return source;
    }
}
