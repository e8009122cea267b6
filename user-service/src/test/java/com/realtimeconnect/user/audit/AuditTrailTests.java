package com.realtimeconnect.user.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.user.ApiTest;
import com.realtimeconnect.user.MetBefore;
import com.realtimeconnect.user.UserApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
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

    /** The service's role may not do it, and if it gives itself the right, the trigger refuses. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entries set reason = 'nothing'",
                "delete from audit_entries",
                "truncate audit_entries",
                "update audit_entries set reason = 'nothing' where false"
            })
    void theDatabaseRefusesToChangeIt(String statement) {
        note();
        var before =
                jdbc.sql("select count(*) from audit_entries").query(Long.class).single();
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("grant all on audit_entries to current_user").update();
                    jdbc.sql(statement).update();
                }))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("append-only");
        assertThat(jdbc.sql("select count(*) from audit_entries")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
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

    private void note() {
        var admin = MetBefore.admin(api);
        transaction.executeWithoutResult(status ->
                trail.note(new UserId(admin.id()), AuditAction.USER_SUSPENDED, new UserId(admin.id()), null, "Try"));
    }
}
