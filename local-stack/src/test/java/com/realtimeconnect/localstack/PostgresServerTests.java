package com.realtimeconnect.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTests {

    @TempDir
    private Path folder;

    @Test
    void givesEachServiceItsOwnSchemaOnly() throws Exception {
        try (var server = PostgresServer.start(null, 0)) {
            execute(server, "history_service", "create table history.marks (id int)");

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> execute(server, "communication_service", "select * from history.marks"))
                    .withMessageContaining("permission denied");
        }
    }

    @Test
    void keepsItsDataAfterAPowerCut() throws Exception {
        var data = folder.resolve("postgresql");
        try (var server = PostgresServer.start(data, 0)) {
            execute(server, "history_service", "create table history.marks as select 42 as mark");
            server.process().kill();
        }
        assertThat(data.resolve("postmaster.pid")).exists();
        // The worst case: the number left behind now belongs to another program, this one.
        var lines = Files.readAllLines(data.resolve("postmaster.pid"));
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(data.resolve("postmaster.pid"), lines);

        try (var server = PostgresServer.start(data, 0)) {
            execute(server, "history_service", "insert into history.marks values (43)");
        }
    }

    @Test
    void refusesAFolderThatAnotherServerWorksOn() throws Exception {
        var data = folder.resolve("postgresql");
        try (var first = PostgresServer.start(data, 0)) {
            assertThat(first.port()).isPositive();
            assertThatExceptionOfType(StackException.class)
                    .isThrownBy(() -> PostgresServer.start(data, 0))
                    .withMessageContaining("Stop the other local stack first");
        }
    }

    private static void execute(PostgresServer server, String role, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), role, role);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
