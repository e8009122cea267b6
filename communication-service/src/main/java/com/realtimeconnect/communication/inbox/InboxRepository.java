package com.realtimeconnect.communication.inbox;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.communication.message.Message;
import com.realtimeconnect.communication.room.Peer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads rooms from the side of one member, and moves that member's read mark. */
@Repository
class InboxRepository {

    private static final String ENTRIES = """
            select r.id, r.connection_id, r.last_seq,
                   coalesce(r.closed_at, (
                     select max(changed_at) from suspended_people
                     where suspended and user_id in (r.woman_id, r.man_id))) as closed_at,
                   mine.active_at, mine.unread, mine.last_read_seq,
                   theirs.last_read_seq as peer_read_seq, theirs.user_id as peer_id,
                   case when r.woman_id = theirs.user_id then r.woman_name else r.man_name end as peer_name
                   %s
            from room_members mine
            join rooms r on r.id = mine.room_id
            join room_members theirs on theirs.room_id = mine.room_id and theirs.user_id <> mine.user_id
            %s
            where mine.user_id = :user and mine.readable
              and (mine.active_at, mine.room_id) < (:beforeTime, :beforeRoom)
            order by mine.active_at desc, mine.room_id desc
            limit :most
            """;

    private static final String WITH_LAST_MESSAGE = ENTRIES.formatted("""
            , last.id as message_id, last.client_message_id, last.sender_id, last.body, last.sent_at, last.deleted_at""", """
            left join messages last
              on last.room_id = r.id and last.seq = r.last_seq and last.sent_at = r.last_message_at""");

    private static final String WITHOUT_LAST_MESSAGE = ENTRIES.formatted("", "");

    private final JdbcClient jdbc;

    InboxRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** At most so many rooms of the person that come after this place in the order. */
    List<InboxEntry> find(UserId user, InboxPlace after, int most) {
        return jdbc.sql(WITH_LAST_MESSAGE)
                .param("user", user.value())
                .param("beforeTime", after.activeAt().atOffset(ZoneOffset.UTC))
                .param("beforeRoom", after.room())
                .param("most", most)
                .query(InboxRepository::entry)
                .list();
    }

    List<InboxSummary.Line> summary(UserId user, int most) {
        return jdbc.sql(WITHOUT_LAST_MESSAGE)
                .param("user", user.value())
                .param("beforeTime", InboxPlace.TOP.activeAt().atOffset(ZoneOffset.UTC))
                .param("beforeRoom", InboxPlace.TOP.room())
                .param("most", most)
                .query(InboxRepository::line)
                .list();
    }

    /** Moves the mark forward and counts again what is unread; does nothing and answers false if it is there or further. */
    boolean markRead(RoomId room, UserId reader, long upToSeq) {
        return jdbc.sql("""
                        update room_members
                        set last_read_seq = :upTo,
                            unread = (
                              select count(*) from messages
                              where room_id = :room and seq > :upTo and sender_id <> :reader and deleted_at is null
                                and sent_at >= (select opened_at from rooms where rooms.id = :room)
                            )
                        where room_id = :room and user_id = :reader and last_read_seq < :upTo
                        """)
                        .param("room", room.value())
                        .param("reader", reader.value())
                        .param("upTo", upToSeq)
                        .update()
                > 0;
    }

    private static InboxEntry entry(ResultSet row, int number) throws SQLException {
        var closedAt = instant(row, "closed_at");
        return new InboxEntry(
                new RoomId(row.getObject("id", UUID.class)),
                row.getObject("connection_id", UUID.class),
                peer(row),
                closedAt == null,
                closedAt,
                row.getObject("active_at", OffsetDateTime.class).toInstant(),
                row.getLong("last_seq"),
                lastMessage(row),
                row.getLong("unread"),
                row.getLong("last_read_seq"),
                row.getLong("peer_read_seq"));
    }

    private static InboxSummary.Line line(ResultSet row, int number) throws SQLException {
        return new InboxSummary.Line(
                new RoomId(row.getObject("id", UUID.class)),
                row.getObject("connection_id", UUID.class),
                peer(row),
                instant(row, "closed_at") == null,
                row.getLong("last_seq"),
                row.getLong("unread"),
                row.getLong("last_read_seq"),
                row.getLong("peer_read_seq"));
    }

    private static @Nullable Message lastMessage(ResultSet row) throws SQLException {
        var sentAt = instant(row, "sent_at");
        if (sentAt == null) {
            return null;
        }
        return new Message(
                new RoomId(row.getObject("id", UUID.class)),
                row.getLong("last_seq"),
                row.getObject("message_id", UUID.class),
                row.getString("client_message_id"),
                new UserId(row.getObject("sender_id", UUID.class)),
                row.getString("body"),
                sentAt,
                instant(row, "deleted_at"));
    }

    private static Peer peer(ResultSet row) throws SQLException {
        return Peer.of(new UserId(row.getObject("peer_id", UUID.class)), row.getString("peer_name"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
