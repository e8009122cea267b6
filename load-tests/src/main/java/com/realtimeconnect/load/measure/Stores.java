package com.realtimeconnect.load.measure;

import com.realtimeconnect.localstack.Stack;
import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.sync.RedisCommands;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL and Redis of a stack, looked at past the services. */
public final class Stores implements AutoCloseable {

    private static final String ENDLESS_KEYS = "local found = {} for _, key in ipairs(redis.call('keys', '*')) do "
            + "if redis.call('ttl', key) == -1 then found[#found + 1] = key end end return found";

    private static final int LOG_FILES = 32;

    private final DataSource database;
    private final RedisClient redis;
    private final RedisCommands<String, String> commands;

    private Stores(DataSource database, RedisClient redis) {
        this.database = database;
        this.redis = redis;
        this.commands = redis.connect().sync();
    }

    public static Stores of(Stack stack) {
        var source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://localhost:" + stack.postgresPort() + "/connect");
        source.setUser("postgres");
        source.setPassword("postgres");
        return new Stores(source, RedisClient.create(stack.redisUrl()));
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
            throw new IllegalStateException("PostgreSQL does not do as told", broken);
        }
    }

    /**
     * Gives PostgreSQL files for its log that can be written to again, as one has that runs for longer than since today.
     * Without them it fills a new file with zeroes after every 16 MB, for which all commits wait a tenth of a second.
     */
    public void fillLogFiles() {
        execute("alter system set min_wal_size = '512MB'", "select pg_reload_conf()");
        for (var file = 0; file < LOG_FILES; file++) {
            execute("select pg_logical_emit_message(true, 'load-tests', 'next file')", "select pg_switch_wal()");
        }
        execute("checkpoint");
    }

    public long commits() {
        return number("select xact_commit from pg_stat_database where datname = 'connect'");
    }

    /** Connections of the services that do something, or have not ended what they did. */
    public long busyConnections() {
        return number("select count(*) from pg_stat_activity where datname = 'connect' and state <> 'idle'"
                + " and usename <> 'postgres'");
    }

    /** The names of keys that do not end by themselves. */
    List<String> endlessKeys() {
        return commands.eval(ENDLESS_KEYS, ScriptOutputType.MULTI);
    }

    @Override
    public void close() {
        redis.shutdown();
    }
}
