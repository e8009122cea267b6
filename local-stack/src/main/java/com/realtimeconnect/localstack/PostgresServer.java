package com.realtimeconnect.localstack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL process of our own, with the database {@code connect} set up for the services. */
public final class PostgresServer implements AutoCloseable {

    private static final String DATABASE = "connect";

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param data where its files live and stay, or null for a folder that goes with it
     * @param port the port on loopback, or 0 for any free one
     */
    public static PostgresServer start(@Nullable Path data, int port) throws IOException, SQLException {
        var builder = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("max_connections", "300")
                .setServerConfig("shared_buffers", "128MB");
        if (data != null) {
            builder.setDataDirectory(data).setCleanDataDirectory(false);
        } else {
            // Files that are thrown away need no care for a power cut.
            builder.setServerConfig("fsync", "off").setServerConfig("full_page_writes", "off");
        }
        if (port != 0) {
            builder.setPort(port);
        }
        var server = builder.start();
        createDatabase(server);
        DatabaseSetup.apply(server.getDatabase("postgres", DATABASE));
        return new PostgresServer(server);
    }

    private static void createDatabase(EmbeddedPostgres server) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + DATABASE);
        }
    }

    public int port() {
        return server.getPort();
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + port() + "/" + DATABASE;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
