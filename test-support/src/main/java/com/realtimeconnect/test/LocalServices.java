package com.realtimeconnect.test;

import com.realtimeconnect.localstack.DatabaseSetup;
import com.realtimeconnect.localstack.PostgresServer;
import com.realtimeconnect.localstack.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Decides where the PostgreSQL and Redis of a test run come from, and starts them once for the whole JVM: the addresses in
 * {@code TEST_DB_URL} and {@code TEST_REDIS_URL} if given, else containers if an engine answers, else processes of our
 * own. The database has every role and schema, and the accounts of user-service with its real migrations.
 */
public final class LocalServices {

    private static final Logger log = LoggerFactory.getLogger(LocalServices.class);

    private final String jdbcUrl;
    private final String redisUrl;

    private LocalServices(String jdbcUrl, String redisUrl) {
        this.jdbcUrl = jdbcUrl;
        this.redisUrl = redisUrl;
    }

    /** The servers of this JVM; they end with it. */
    public static LocalServices shared() {
        return Shared.INSTANCE;
    }

    /** The address for any of the roles, whose password is its name. */
    public String jdbcUrl() {
        return jdbcUrl;
    }

    public String redisUrl() {
        return redisUrl;
    }

    /** A plain connection source for one role, such as {@code user_service}; {@code postgres} is the superuser. */
    public PGSimpleDataSource dataSource(String role) {
        return dataSource(jdbcUrl, role, role);
    }

    private static PGSimpleDataSource dataSource(String url, String user, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** The folder of the whole project. */
    public static Path projectRoot() {
        var given = System.getProperty("connect.project-root");
        if (given != null) {
            return Path.of(given);
        }
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(".java-version"))) {
            folder = java.util.Objects.requireNonNull(folder.getParent(), "started outside the project");
        }
        return folder;
    }

    private static final class Shared {
        static final LocalServices INSTANCE = start();

        private static LocalServices start() {
            try {
                var services = choose();
                migrateAccounts(services);
                return services;
            } catch (IOException | SQLException broken) {
                throw new IllegalStateException("PostgreSQL or Redis cannot be started for the tests", broken);
            }
        }

        private static LocalServices choose() throws IOException, SQLException {
            var db = System.getenv("TEST_DB_URL");
            var redis = System.getenv("TEST_REDIS_URL");
            if (db != null && redis != null) {
                log.info("Tests use the given PostgreSQL and Redis");
                return new LocalServices(db, redis);
            }
            if (isEngineAvailable()) {
                log.info("Tests use containers");
                return containers();
            }
            log.info("Tests use processes of their own");
            return processes();
        }

        private static boolean isEngineAvailable() {
            return Files.exists(Path.of("/var/run/docker.sock"))
                    && DockerClientFactory.instance().isDockerAvailable();
        }

        /** The containers outlive this method on purpose: the library's reaper stops them after the JVM. */
        @SuppressWarnings("resource")
        private static LocalServices containers() throws SQLException {
            var postgres = new PostgreSQLContainer(DockerImageName.parse("postgres:18-alpine"))
                    .withDatabaseName("connect")
                    .withUsername("postgres")
                    .withPassword("postgres");
            postgres.start();
            DatabaseSetup.apply(dataSource(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword()));
            var redis = new GenericContainer<>(DockerImageName.parse("redis:7-alpine")).withExposedPorts(6379);
            redis.start();
            return new LocalServices(
                    postgres.getJdbcUrl(), "redis://" + redis.getHost() + ":" + redis.getMappedPort(6379));
        }

        private static LocalServices processes() throws IOException, SQLException {
            var postgres = PostgresServer.start(null, 0);
            var redis = RedisServer.start(null, 0);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                redis.close();
                postgres.close();
            }));
            return new LocalServices(postgres.jdbcUrl(), redis.url());
        }

        private static void migrateAccounts(LocalServices services) {
            var migrations = projectRoot().resolve("user-service/src/main/resources/db/migration");
            var outbox = projectRoot().resolve("common-lib/src/main/resources/db/outbox");
            if (Files.isDirectory(migrations)) {
                Flyway.configure()
                        .dataSource(services.dataSource("user_service"))
                        .defaultSchema("users")
                        .locations("filesystem:" + outbox, "filesystem:" + migrations)
                        .load()
                        .migrate();
            }
        }
    }
}
