package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of reports: one for a person and an interaction. */
@Repository
class ReportRepository {

    private final JdbcClient jdbc;

    ReportRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if this person has reported this interaction before */
    boolean insert(NewReport report) {
        return jdbc.sql("""
                        insert into reports
                          (id, interaction_id, reporter_id, reported_id, reason, details, panic, created_at, state)
                        values (:id, :interaction, :reporter, :reported, :reason, :details, :panic, :at, :state)
                        on conflict (reporter_id, interaction_id) do nothing
                        """)
                        .param("id", report.id())
                        .param("interaction", report.interactionId().value())
                        .param("reporter", report.reporter().value())
                        .param("reported", valueOf(report.reported()), Types.OTHER)
                        .param(
                                "reason",
                                report.reason() == null ? null : report.reason().word(),
                                Types.VARCHAR)
                        .param("details", report.details(), Types.VARCHAR)
                        .param("panic", report.panic())
                        .param("at", utc(report.createdAt()))
                        .param("state", report.state().wireName())
                        .update()
                > 0;
    }

    Optional<Report> find(UUID id) {
        return jdbc.sql("select * from reports where id = :id")
                .param("id", id)
                .query(ReportRepository::report)
                .optional();
    }

    /** The same, and nobody else changes it before this transaction ends. */
    Optional<Report> lock(UUID id) {
        return jdbc.sql("select * from reports where id = :id for update")
                .param("id", id)
                .query(ReportRepository::report)
                .optional();
    }

    Optional<Report> find(UserId reporter, InteractionId interaction) {
        return jdbc.sql("select * from reports where reporter_id = :reporter and interaction_id = :interaction")
                .param("reporter", reporter.value())
                .param("interaction", interaction.value())
                .query(ReportRepository::report)
                .optional();
    }

    /** Oldest first, from the one after {@code after}. */
    List<Report> find(Collection<ReportState> states, UUID after, int limit) {
        return jdbc.sql("select * from reports where state in (:states) and id > :after order by id limit :limit")
                .param("states", states.stream().map(ReportState::wireName).toList())
                .param("after", after)
                .param("limit", limit)
                .query(ReportRepository::report)
                .list();
    }

    long countUnverified(UserId reporter) {
        return jdbc.sql("select count(*) from reports where reporter_id = :reporter and state = 'unverified'")
                .param("reporter", reporter.value())
                .query(Long.class)
                .single();
    }

    /** Adds to a panic, of which nothing was said yet, what it was about. */
    void describe(UUID id, ReportReason reason, @Nullable String details) {
        jdbc.sql("update reports set reason = :reason, details = :details where id = :id and reason is null")
                .param("id", id)
                .param("reason", reason.word())
                .param("details", details, Types.VARCHAR)
                .update();
    }

    void notePanic(UUID id) {
        jdbc.sql("update reports set panic = true where id = :id and not panic")
                .param("id", id)
                .update();
    }

    /** @return whether this made the difference */
    boolean verify(UUID id, UserId reported) {
        return jdbc.sql("""
                        update reports set state = 'open', reported_id = :reported
                        where id = :id and state = 'unverified'
                        """).param("id", id).param("reported", reported.value()).update() > 0;
    }

    void discard(UUID id) {
        jdbc.sql("update reports set state = 'discarded', details = null where id = :id and state = 'unverified'")
                .param("id", id)
                .update();
    }

    void keepInteraction(UUID id, String json) {
        jdbc.sql("update reports set interaction = :json::jsonb where id = :id and interaction is null")
                .param("id", id)
                .param("json", json)
                .update();
    }

    void keepChat(UUID id, String json) {
        jdbc.sql("update reports set chat = :json::jsonb where id = :id and chat is null")
                .param("id", id)
                .param("json", json)
                .update();
    }

    void resolve(UUID id, ReportState outcome, UserId by, Instant at, String reason) {
        jdbc.sql("""
                        update reports set state = :state, resolved_by = :by, resolved_at = :at, resolution = :reason
                        where id = :id
                        """)
                .param("id", id)
                .param("state", outcome.wireName())
                .param("by", by.value())
                .param("at", utc(at))
                .param("reason", reason)
                .update();
    }

    boolean existsOpenOrUpheld(UserId reported, Instant since) {
        return jdbc.sql("""
                        select exists (
                          select from reports where reported_id = :reported
                            and (state = 'open' or (state = 'upheld' and resolved_at >= :since)))
                        """)
                .param("reported", reported.value())
                .param("since", utc(since))
                .query(Boolean.class)
                .single();
    }

    long countOpen() {
        return jdbc.sql("select count(*) from reports where state = 'open'")
                .query(Long.class)
                .single();
    }

    private static Report report(ResultSet row, int number) throws SQLException {
        var reported = row.getObject("reported_id", UUID.class);
        var reason = row.getString("reason");
        return new Report(
                row.getObject("id", UUID.class),
                new InteractionId(row.getObject("interaction_id", UUID.class)),
                new UserId(row.getObject("reporter_id", UUID.class)),
                reported == null ? null : new UserId(reported),
                reason == null ? null : ReportReason.of(reason),
                row.getString("details"),
                row.getBoolean("panic"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                ReportState.of(row.getString("state")),
                new Report.Evidence(row.getString("interaction"), row.getString("chat")),
                resolution(row));
    }

    private static Report.@Nullable Resolution resolution(ResultSet row) throws SQLException {
        var at = row.getObject("resolved_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Report.Resolution(
                        new UserId(row.getObject("resolved_by", UUID.class)),
                        at.toInstant(),
                        row.getString("resolution"));
    }

    private static @Nullable UUID valueOf(@Nullable UserId user) {
        return user == null ? null : user.value();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
