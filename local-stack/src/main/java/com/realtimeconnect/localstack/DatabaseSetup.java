package com.realtimeconnect.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

/** Makes the roles and schemas of the services in an empty database, with local passwords: each role's is its own name. */
public final class DatabaseSetup {

    /** The login roles of the services that keep something in PostgreSQL. */
    public static final List<String> ROLES =
            List.of("user_service", "interaction_service", "history_service", "communication_service");

    private DatabaseSetup() {}

    /** Does nothing if it was done before. */
    public static void apply(DataSource superuser) throws SQLException {
        try (var connection = superuser.getConnection()) {
            if (!isDone(connection)) {
                run(connection);
            }
        }
    }

    private static boolean isDone(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_namespace where nspname = 'chat'")) {
            return found.next();
        }
    }

    private static void run(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(script());
            for (var role : ROLES) {
                statement.execute("alter role " + role + " password '" + role + "'");
            }
        }
        connection.commit();
    }

    private static String script() {
        try (var script = Objects.requireNonNull(DatabaseSetup.class.getResourceAsStream("init.sql"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
