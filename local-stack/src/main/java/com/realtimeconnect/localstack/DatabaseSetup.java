package com.realtimeconnect.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Makes the roles and schemas of the services in an empty database, with local passwords: each role's is its own name. */
public final class DatabaseSetup {

    /** The login roles of the services that keep something in PostgreSQL. */
    public static final List<String> ROLES =
            List.of("user_service", "interaction_service", "history_service", "communication_service");

    private DatabaseSetup() {}

    /** Does what was not done before. */
    public static void apply(DataSource superuser) throws SQLException {
        try (var connection = superuser.getConnection()) {
            connection.setAutoCommit(false);
            if (!hasRoles(connection)) {
                makeRoles(connection);
            }
            execute(connection, "audit.sql");
            connection.commit();
        }
    }

    private static boolean hasRoles(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from pg_namespace where nspname = 'chat'")) {
            return found.next();
        }
    }

    private static void makeRoles(Connection connection) throws SQLException {
        execute(connection, "init.sql");
        try (var statement = connection.createStatement()) {
            for (var role : ROLES) {
                statement.execute("alter role " + role + " password '" + role + "'");
            }
        }
    }

    private static void execute(Connection connection, String script) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(Resources.text(script));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
