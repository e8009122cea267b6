package com.realtimeconnect.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts bare accounts into the shared identity, for services that only refer to them. */
public final class TestAccounts {

    private static @Nullable Connection open;

    private TestAccounts() {}

    /** Makes an account with this id in {@code users.accounts}; only what the table demands is filled in. */
    public static synchronized void insert(UUID userId, String role) {
        var sql = """
                insert into users.accounts (id, email, display_name, role, birth_date, password_hash, created_at)
                values (?, ?, 'Test person', ?, date '1995-05-05', 'none', now())
                """;
        try (var statement = connection().prepareStatement(sql)) {
            statement.setObject(1, userId);
            statement.setString(2, userId + "@example.org");
            statement.setString(3, role);
            statement.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException("The test account cannot be made", broken);
        }
    }

    /** One for all accounts, of which some tests make hundreds. */
    private static Connection connection() throws SQLException {
        var connection = open;
        if (connection == null || !connection.isValid(1)) {
            connection = LocalServices.shared().dataSource("user_service").getConnection();
            open = connection;
        }
        return connection;
    }
}
