package com.realtimeconnect.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL process of our own on loopback, with the database {@code connect} set up for the services. */
public final class PostgresServer implements AutoCloseable {

    private static final String DATABASE = "connect";
    private static final String SUPERUSER = "postgres";
    private static final Duration START_TIME = Duration.ofSeconds(60);

    private final SupervisedProcess process;
    private final int port;

    private PostgresServer(SupervisedProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @param data where its files live and stay, or null for a folder that goes with it
     * @param port the port on loopback, or 0 for any free one
     */
    public static PostgresServer start(@Nullable Path data, int port) throws IOException, SQLException {
        var project = ProjectFolder.find();
        return start(project, PostgresBinaries.in(project.binaries()), data, port);
    }

    /** The same with the programs in this folder, of version 15 or newer, instead of those that come with us. */
    static PostgresServer start(Path programs, @Nullable Path data, int port) throws IOException, SQLException {
        return start(ProjectFolder.find(), PostgresBinaries.installed(programs), data, port);
    }

    private static PostgresServer start(ProjectFolder project, PostgresBinaries binaries, @Nullable Path data, int port)
            throws IOException, SQLException {
        if (data != null) {
            return start(binaries, data, null, port, project.logs().resolve("postgresql.log"));
        }
        var rubbish = Files.createTempDirectory("connect-postgresql-");
        return start(binaries, rubbish.resolve("data"), rubbish, port, rubbish.resolve("postgresql.log"));
    }

    private static PostgresServer start(
            PostgresBinaries binaries, Path data, @Nullable Path rubbish, int port, Path log)
            throws IOException, SQLException {
        var account = PostgresAccount.current();
        if (rubbish != null) {
            account.own(rubbish);
        }
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialize(binaries, account, data, rubbish == null);
        }
        account.own(data);
        removeStaleLock(data);
        var chosen = port == 0 ? Ports.anyFree() : port;
        var program = new SupervisedProcess.Program(
                "PostgreSQL",
                command(binaries, account, data, chosen, rubbish == null),
                Map.of(),
                data,
                log,
                "INT",
                rubbish);
        var server = new PostgresServer(SupervisedProcess.start(program), chosen);
        try {
            server.awaitAnswer();
            server.createDatabase();
            DatabaseSetup.apply(server.superuser(DATABASE));
            return server;
        } catch (SQLException | RuntimeException broken) {
            server.close();
            throw broken;
        }
    }

    private static List<String> command(
            PostgresBinaries binaries, PostgresAccount account, Path data, int port, boolean durable) {
        var command = new ArrayList<>(account.prefix());
        command.addAll(List.of(binaries.postgres().toString(), "-D", data.toString(), "-p", Integer.toString(port)));
        command.addAll(List.of("-h", "127.0.0.1", "-k", ""));
        command.addAll(List.of("-c", "max_connections=300", "-c", "shared_buffers=128MB", "-c", "jit=off"));
        if (!durable) {
            // Files that are thrown away need no care for a power cut.
            command.addAll(List.of("-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"));
        }
        return command;
    }

    /** Made beside its place and then moved, so that a half-made folder is never taken for a database. */
    private static void initialize(PostgresBinaries binaries, PostgresAccount account, Path data, boolean kept)
            throws IOException {
        Files.createDirectories(data.toAbsolutePath().getParent());
        var fresh = data.resolveSibling(data.getFileName() + ".new");
        if (Files.exists(fresh)) {
            Folders.delete(fresh);
        }
        Files.createDirectory(fresh);
        account.own(fresh);
        var password =
                Files.writeString(Files.createTempFile(data.toAbsolutePath().getParent(), "initdb", ".txt"), SUPERUSER);
        try {
            account.own(password);
            var command = new ArrayList<>(account.prefix());
            command.addAll(List.of(binaries.initdb().toString(), "-D", fresh.toString(), "-U", SUPERUSER));
            // What SCRAM hides from listeners on loopback costs each connection 20 ms of a young JVM: too much for a
            // few minutes.
            command.add(kept ? "--auth=scram-sha-256" : "--auth=password");
            command.addAll(List.of("--pwfile", password.toString(), "--encoding=UTF8"));
            command.addAll(binaries.locale());
            command.add("--no-sync");
            run(command);
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(fresh, data);
    }

    private static void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new StackException("PostgreSQL's files cannot be made:\n" + output.strip());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while PostgreSQL's files were made", interrupted);
        }
    }

    /**
     * A server that was cut off leaves a file with its process id, and trusts it although the id may be another program's
     * by now. A real server is left alone.
     */
    private static void removeStaleLock(Path data) throws IOException {
        var lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        var lines = Files.readAllLines(lock);
        var holder = lines.isEmpty() || lines.getFirst().isBlank()
                ? java.util.Optional.<ProcessHandle>empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        var isServer = holder.filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
        if (isServer) {
            throw new StackException("A PostgreSQL server (process "
                    + holder.orElseThrow().pid() + ") works on " + data + " already. Stop the other local stack first");
        }
        Files.delete(lock);
    }

    private void awaitAnswer() throws SQLException {
        var deadline = System.nanoTime() + START_TIME.toNanos();
        while (true) {
            try (var connection = superuser("postgres").getConnection()) {
                return;
            } catch (SQLException notYet) {
                if (!process.isAlive()) {
                    throw new StackException("PostgreSQL ended at once:\n" + LogFile.tail(process.log()));
                }
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
                Pause.shortly();
            }
        }
    }

    private void createDatabase() throws SQLException {
        try (var connection = superuser("postgres").getConnection();
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + DATABASE);
        }
    }

    private PGSimpleDataSource superuser(String database) {
        var source = new PGSimpleDataSource();
        source.setURL("jdbc:postgresql://localhost:" + port + "/" + database);
        source.setUser(SUPERUSER);
        source.setPassword(SUPERUSER);
        source.setConnectTimeout(2);
        return source;
    }

    public int port() {
        return port;
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + port + "/" + DATABASE;
    }

    /** Its process, for who wants to read its log or to watch it. */
    public SupervisedProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
