package com.realtimeconnect.common.database;

import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Waits, before it migrates, until user-service has made the accounts to which every other schema refers. */
class AccountsGate implements FlywayMigrationStrategy {

    private static final Logger log = LoggerFactory.getLogger(AccountsGate.class);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Override
    public void migrate(Flyway flyway) {
        await(flyway.getConfiguration().getDataSource());
        flyway.migrate();
    }

    private static void await(DataSource dataSource) {
        var jdbc = JdbcClient.create(dataSource);
        var deadline = System.nanoTime() + LONGEST.toNanos();
        var told = false;
        while (!exists(jdbc)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "There is no table users.accounts after 60 s: start user-service first, on the same database");
            }
            if (!told) {
                log.info("Waiting up to 60 s for user-service to make users.accounts");
                told = true;
            }
            pause();
        }
    }

    private static boolean exists(JdbcClient jdbc) {
        // Not to_regclass: it needs the right to use the schema, which is granted by the same migration.
        return jdbc.sql("""
                        select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'users' and c.relname = 'accounts'
                        """).query(Integer.class).single() > 0;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for users.accounts", stopped);
        }
    }
}
