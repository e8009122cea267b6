package com.realtimeconnect.history.interaction;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.history.replica.ReadDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the log, one for each side. Writes go to the primary, pages come from where reads go. */
@Repository
class InteractionLogRepository {

    private final JdbcClient jdbc;
    private final ReadDatabase reads;

    InteractionLogRepository(JdbcClient jdbc, ReadDatabase reads) {
        this.jdbc = jdbc;
        this.reads = reads;
    }

    /** @throws UnknownPersonException if one of them has no account */
    void insert(LogEntry entry, boolean kept) {
        try {
            for (var side : Side.values()) {
                insert(entry, side, kept);
            }
        } catch (DataIntegrityViolationException failure) {
            throw UnknownPersonException.from(failure);
        }
    }

    private void insert(LogEntry entry, Side side, boolean kept) {
        var fact = entry.fact();
        var peer = entry.of(side.other());
        jdbc.sql("""
                        insert into logged_interactions (
                          interaction_id, user_id, side, peer_id, peer_name, intent,
                          proposed_at, connected_at, started_at, ended_at, duration_seconds, wait_seconds,
                          end_reason, shown_reason, video, video_requested, video_approved, kept)
                        values (
                          :interactionId, :userId, :side, :peerId, :peerName, :intent,
                          :proposedAt, :connectedAt, :startedAt, :endedAt, :durationSeconds, :waitSeconds,
                          :endReason, :shownReason, :video, :videoRequested, :videoApproved, :kept)""")
                .param("interactionId", fact.interactionId().value())
                .param("userId", entry.of(side).userId().value())
                .param("side", side.columnValue())
                .param("peerId", peer.userId().value())
                .param("peerName", peer.displayName())
                .param("intent", fact.intent())
                .param("proposedAt", Timestamps.column(fact.proposedAt()))
                .param("connectedAt", Timestamps.nullableColumn(fact.connectedAt()))
                .param("startedAt", Timestamps.nullableColumn(fact.startedAt()))
                .param("endedAt", Timestamps.column(fact.endedAt()))
                .param("durationSeconds", fact.durationSeconds())
                .param("waitSeconds", entry.waitSecondsOf(side))
                .param("endReason", entry.endReason().wireName())
                .param("shownReason", entry.reasonShownTo(side).wireName())
                .param("video", fact.video())
                .param("videoRequested", fact.videoRequested())
                .param("videoApproved", fact.videoApproved())
                .param("kept", kept)
                .update();
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
