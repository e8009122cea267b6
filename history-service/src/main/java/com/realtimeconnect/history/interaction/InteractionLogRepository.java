package com.realtimeconnect.history.interaction;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.history.replica.ReadDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the log, one for each side. Writes go to the primary, pages come from where reads go. */
@Repository
class InteractionLogRepository {

    private static final String INSERT = """
            insert into logged_interactions (
              interaction_id, user_id, side, peer_id, peer_name, intent,
              proposed_at, connected_at, started_at, ended_at, duration_seconds, wait_seconds,
              end_reason, shown_reason, video, video_requested, video_approved, kept)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    /** In one request to the database. */
    private static final int MOST_ROWS = 200;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ReadDatabase reads;

    InteractionLogRepository(JdbcClient jdbc, JdbcTemplate template, ReadDatabase reads) {
        this.jdbc = jdbc;
        this.template = template;
        this.reads = reads;
    }

    /**
     * Adds both sides of each.
     *
     * @param kept those that the two kept
     * @throws UnknownPersonException if somebody in them has no account
     */
    void insert(Collection<LogEntry> entries, Set<InteractionId> kept) {
        var sides = entries.stream()
                .flatMap(entry -> Stream.of(Side.values())
                        .map(side -> new Row(entry, side, kept.contains(entry.interactionId()))))
                .toList();
        try {
            template.batchUpdate(INSERT, sides, MOST_ROWS, InteractionLogRepository::fill);
        } catch (DataIntegrityViolationException failure) {
            throw UnknownPersonException.from(failure);
        }
    }

    private record Row(LogEntry entry, Side side, boolean kept) {}

    private static void fill(PreparedStatement insert, Row row) throws SQLException {
        var entry = row.entry();
        var fact = entry.fact();
        var peer = entry.of(row.side().other());
        insert.setObject(1, fact.interactionId().value());
        insert.setObject(2, entry.of(row.side()).userId().value());
        insert.setString(3, row.side().columnValue());
        insert.setObject(4, peer.userId().value());
        insert.setString(5, peer.displayName());
        insert.setString(6, fact.intent());
        insert.setObject(7, Timestamps.column(fact.proposedAt()));
        insert.setObject(8, Timestamps.nullableColumn(fact.connectedAt()));
        insert.setObject(9, Timestamps.nullableColumn(fact.startedAt()));
        insert.setObject(10, Timestamps.column(fact.endedAt()));
        insert.setLong(11, fact.durationSeconds());
        insert.setLong(12, entry.waitSecondsOf(row.side()));
        insert.setString(13, entry.endReason().wireName());
        insert.setString(14, entry.reasonShownTo(row.side()).wireName());
        insert.setBoolean(15, fact.video());
        insert.setBoolean(16, fact.videoRequested());
        insert.setBoolean(17, fact.videoApproved());
        insert.setBoolean(18, row.kept());
    }

    List<LoggedInteraction> find(PageQuery query) {
        return reads.jdbc()
                .sql(query.sql())
                .params(query.values())
                .query(InteractionLogRepository::loggedInteraction)
                .list();
    }

    /** Who met whom; the receipt says in which month to look. */
    Optional<MeetingRecord> findMeeting(InteractionId interactionId) {
        return jdbc.sql("""
                        select woman.user_id as woman_id, man.user_id as man_id, woman.ended_at
                        from interaction_receipts receipt
                        join logged_interactions woman
                          on woman.interaction_id = receipt.interaction_id and woman.ended_at = receipt.ended_at
                          and woman.side = 'female'
                        join logged_interactions man
                          on man.interaction_id = receipt.interaction_id and man.ended_at = receipt.ended_at
                          and man.side = 'male'
                        where receipt.interaction_id = :id""")
                .param("id", interactionId.value())
                .query((row, number) -> new MeetingRecord(
                        new UserId(row.getObject("woman_id", UUID.class)),
                        new UserId(row.getObject("man_id", UUID.class)),
                        Timestamps.read(row, "ended_at")))
                .optional();
    }

    /** Returns the two people. */
    List<UserId> markKept(InteractionId interactionId, Instant endedAt) {
        return jdbc.sql("""
                        update logged_interactions set kept = true
                        where interaction_id = :id and ended_at = :endedAt
                        returning user_id""")
                .param("id", interactionId.value())
                .param("endedAt", Timestamps.column(endedAt))
                .query((row, number) -> new UserId(row.getObject("user_id", UUID.class)))
                .list();
    }

    int anonymize(Instant endedBefore, int limit) {
        return jdbc.sql("""
                        update logged_interactions set peer_id = null, peer_name = null
                        where ended_at < :before and (interaction_id, ended_at, side) in (
                          select interaction_id, ended_at, side from logged_interactions
                          where ended_at < :before and peer_id is not null limit :limit)""")
                .param("before", Timestamps.column(endedBefore))
                .param("limit", limit)
                .update();
    }

    int delete(Instant endedBefore, int limit) {
        return jdbc.sql("""
                        delete from logged_interactions
                        where ended_at < :before and (interaction_id, ended_at, side) in (
                          select interaction_id, ended_at, side from logged_interactions
                          where ended_at < :before limit :limit)""")
                .param("before", Timestamps.column(endedBefore))
                .param("limit", limit)
                .update();
    }

    private static LoggedInteraction loggedInteraction(ResultSet row, int number) throws SQLException {
        var peerId = row.getObject("peer_id", UUID.class);
        return new LoggedInteraction(
                new InteractionId(row.getObject("interaction_id", UUID.class)),
                row.getString("intent"),
                peerId == null ? Peer.erasedOne() : Peer.of(new UserId(peerId), row.getString("peer_name")),
                Timestamps.readNullable(row, "started_at"),
                Timestamps.read(row, "ended_at"),
                row.getInt("duration_seconds"),
                EndReason.of(row.getString("shown_reason")),
                row.getBoolean("video"),
                row.getBoolean("kept"));
    }
}
