package com.realtimeconnect.load.measure;

import com.realtimeconnect.localstack.Stack;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL and Redis of a stack, looked at past the services. */
public final class Stores {

    private final DataSource database;
    private final RedisProbe redis;

    private Stores(DataSource database, RedisProbe redis) {
        this.database = database;
        this.redis = redis;
    }

    public static Stores of(Stack stack) {
        var source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://localhost:" + stack.postgresPort() + "/connect");
        source.setUser("postgres");
        source.setPassword("postgres");
        return new Stores(source, new RedisProbe(URI.create(stack.redisUrl())));
    }

    public DataSource database() {
        return database;
    }

    /** The one number that this query gives. */
    public long number(String query) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(query, broken);
        }
    }

    public void execute(String... statements) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("The rows cannot be made", broken);
        }
    }

    public long commits() {
        return number("select xact_commit from pg_stat_database where datname = 'connect'");
    }

    /** Connections of the services that do something, or have not ended what they did. */
    public long busyConnections() {
        return number("select count(*) from pg_stat_activity where datname = 'connect' and state <> 'idle'"
                + " and usename <> 'postgres'");
    }

    List<String> endlessKeys() {
        return redis.endlessKeys();
    }
}
