package com.realtimeconnect.user.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.test.LocalServices;
import com.realtimeconnect.user.ApiTest;
import com.realtimeconnect.user.MetBefore;
import com.realtimeconnect.user.UserApi;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ApiTest
class AuditTrailTests {

    private final UserApi api;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AuditTrailTests(UserApi api, AuditTrail trail, JdbcClient jdbc, TransactionTemplate transaction) {
        this.api = api;
        this.trail = trail;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Whoever holds the service's password: neither by asking, nor by taking away what forbids it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entries set reason = 'nothing'",
                "update audit.entries set reason = 'nothing' where false",
                "delete from audit.entries",
                "truncate audit.entries",
                "grant all on audit.entries to current_user; delete from audit.entries",
                "insert into audit.entries select * from audit.entries on conflict (id) do update set reason = 'nothing'",
                "drop trigger append_only on audit.entries",
                "alter table audit.entries disable trigger all",
                "alter table audit.entries owner to current_user",
                "create rule nothing as on insert to audit.entries do instead nothing",
                "create or replace function audit.refuse_change() returns trigger language plpgsql as 'begin return old;end'",
                "set session_replication_role = replica",
                "drop table audit.entries",
                "drop schema audit cascade"
            })
    void theServicesRoleAddsAndReadsAndNothingElse(String statement) {
        note();
        var before = everything();
        assertThatThrownBy(() -> run("user_service", statement))
                .isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entries set reason = 'nothing'",
                "delete from audit.entries",
                "truncate audit.entries"
            })
    void aSlipOfTheOwnerChangesNothingEither(String statement) {
        note();
        var before = everything();
        assertThatThrownBy(() -> run("postgres", statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("append-only");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void isReadByAdminsPageByPageNewestFirst() {
        for (var number = 0; number < 3; number++) {
            note();
        }
        var admin = MetBefore.admin(api);
        var first = api.get("/admin/audit?limit=2", admin.accessToken());
        assertThat(first.status()).isEqualTo(200);
        var second = api.get("/admin/audit?limit=2&cursor=" + first.text("nextCursor"), admin.accessToken());
        assertThat(first.text("items.0.entryId")).isGreaterThan(first.text("items.1.entryId"));
        assertThat(first.text("items.1.entryId")).isGreaterThan(second.text("items.0.entryId"));
        assertThat(api.get("/admin/audit", api.woman().accessToken()).status()).isEqualTo(403);
        assertThat(api.get("/admin/audit", null).status()).isEqualTo(401);
        assertThat(api.get("/admin/audit", api.serviceToken()).status()).isEqualTo(403);
    }

    /** An installation that is older than the schema of its own. */
    @Test
    void tookOverWhatWasWrittenWhereItWasBefore() throws SQLException {
        var admin = MetBefore.admin(api).id();
        var entry = UUID.randomUUID();
        run("postgres", "create schema before_it_moved authorization user_service");
        try {
            migrate("before_it_moved", "11");
            run(
                    "user_service",
                    "insert into before_it_moved.accounts select * from users.accounts where id = '" + admin + "'");
            run(
                    "user_service",
                    "insert into before_it_moved.audit_entries (id, at, admin_id, action, reason) values ('" + entry
                            + "', '2026-01-02 03:04:05Z', '" + admin + "', 'report-resolved', 'An old one')");

            migrate("before_it_moved", "12");

            var found = jdbc.sql("select at::text, admin_id, reason from audit.entries where id = ?")
                    .param(entry)
                    .query()
                    .singleRow();
            assertThat(found.values()).containsExactly("2026-01-02 03:04:05+00", admin, "An old one");
            assertThatThrownBy(() -> run("user_service", "select 1 from before_it_moved.audit_entries"))
                    .hasMessageContaining("does not exist");
        } finally {
            run("postgres", "drop schema before_it_moved cascade");
        }
    }

    private static void migrate(String schema, String version) {
        Flyway.configure()
                .dataSource(LocalServices.shared().dataSource("user_service"))
                .defaultSchema(schema)
                .schemas(schema)
                .createSchemas(false)
                .locations("classpath:db/outbox", "classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private List<Map<String, @Nullable Object>> everything() {
        return jdbc.sql("select * from audit.entries order by id").query().listOfRows();
    }

    /** Each statement is a transaction of its own. */
    private static void run(String role, String statements) throws SQLException {
        try (var connection = LocalServices.shared().dataSource(role).getConnection();
                var statement = connection.createStatement()) {
            for (var one : statements.split("; ", -1)) {
                statement.execute(one);
            }
        }
    }

    private void note() {
        var admin = MetBefore.admin(api);
        transaction.executeWithoutResult(status ->
                trail.note(new UserId(admin.id()), AuditAction.USER_SUSPENDED, new UserId(admin.id()), null, "Try"));
    }
}
