package com.realtimeconnect.communication.message;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of messages and of the names clients gave them. Writers hold the lock of the room. */
@Repository
class MessageRepository {

    /** Leaves the partitions alone that ended before the room opened. */
    private static final String SINCE_ROOM_OPENED =
            " and sent_at >= (select opened_at from rooms where rooms.id = :room)";

    private static final String READABLE = """
             and exists (
              select from room_members where room_members.room_id = :room and user_id = :reader and readable)""";

    private final JdbcClient jdbc;

    MessageRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The message that this sender gave this name in the room. Nearly always there is none, and that is told by one row of
     * one table; a join would have every partition of the messages planned for it.
     */
    Optional<Message> findNamed(RoomId room, UserId sender, String clientMessageId) {
        return jdbc.sql("""
                        select seq, sent_at from message_keys
                        where room_id = :room and sender_id = :sender and client_message_id = :name
                        """)
                .param("room", room.value())
                .param("sender", sender.value())
                .param("name", clientMessageId)
                .query((row, number) -> new Place(row.getLong("seq"), row.getObject("sent_at", OffsetDateTime.class)))
                .optional()
                .flatMap(place -> find(room, place));
    }

    private Optional<Message> find(RoomId room, Place place) {
        return jdbc.sql("select * from messages where room_id = :room and seq = :seq and sent_at = :sentAt")
                .param("room", room.value())
                .param("seq", place.seq())
                .param("sentAt", place.sentAt())
                .query(MessageRepository::message)
                .optional();
    }

    /** Where a message of a room is found. */
    private record Place(long seq, OffsetDateTime sentAt) {}

    Optional<Message> find(RoomId room, UUID messageId) {
        return jdbc.sql("select * from messages where id = :id and room_id = :room" + SINCE_ROOM_OPENED)
                .param("id", messageId)
                .param("room", room.value())
                .query(MessageRepository::message)
                .optional();
    }

    /** At most so many messages of the range, in its direction, if this person may read the room. */
    List<Message> find(RoomId room, UserId reader, SeqRange range, int most) {
        return jdbc.sql("select * from messages where room_id = :room" + SINCE_ROOM_OPENED + READABLE
                        + " and seq > :after and seq < :before order by seq " + (range.forward() ? "asc" : "desc")
                        + " limit :most")
                .param("room", room.value())
                .param("reader", reader.value())
                .param("after", range.afterSeq())
                .param("before", range.beforeSeq())
                .param("most", most)
                .query(MessageRepository::message)
                .list();
    }

    /** The last messages that two people wrote to each other in whatever room, oldest first. */
    List<Message> findLastBetween(UserId one, UserId other, int most) {
        return jdbc.sql("""
                        select * from (
                          select last.* from room_members mine
                          join rooms on rooms.id = mine.room_id and :other in (rooms.woman_id, rooms.man_id)
                          cross join lateral (
                            select * from messages
                            where messages.room_id = rooms.id and messages.sent_at >= rooms.opened_at
                            order by messages.seq desc limit :most
                          ) last
                          where mine.user_id = :one
                          order by last.sent_at desc, last.seq desc limit :most
                        ) newest order by sent_at, seq
                        """)
                .param("one", one.value())
                .param("other", other.value())
                .param("most", most)
                .query(MessageRepository::message)
                .list();
    }

    /** Adds the message with its name, and moves the room, the sender's and the other's view of it forward. */
    void append(Message message) {
        jdbc.sql("""
                        with room as (
                          update rooms set last_seq = :seq, last_message_at = :sentAt where id = :room
                        ), views as (
                          update room_members
                          set active_at = :sentAt, unread = unread + case when user_id = :sender then 0 else 1 end
                          where room_id = :room
                        ), name as (
                          insert into message_keys (room_id, sender_id, client_message_id, seq, sent_at)
                          values (:room, :sender, :name, :seq, :sentAt)
                        )
                        insert into messages (room_id, seq, id, client_message_id, sender_id, body, sent_at)
                        values (:room, :seq, :id, :name, :sender, :body, :sentAt)
                        """)
                .param("room", message.roomId().value())
                .param("seq", message.seq())
                .param("id", message.messageId())
                .param("name", message.clientMessageId())
                .param("sender", message.senderId().value())
                .param("body", message.body())
                .param("sentAt", utc(message.sentAt()))
                .update();
    }

    /** Takes the body away; it no longer counts as unread for the other. */
    void erase(Message message, Instant at) {
        jdbc.sql("""
                        with views as (
                          update room_members set unread = unread - 1
                          where room_id = :room and user_id <> :sender and last_read_seq < :seq and unread > 0
                        )
                        update messages set body = null, deleted_at = :at
                        where room_id = :room and seq = :seq and sent_at = :sentAt
                        """)
                .param("room", message.roomId().value())
                .param("sender", message.senderId().value())
                .param("seq", message.seq())
                .param("sentAt", utc(message.sentAt()))
                .param("at", utc(at))
                .update();
    }

    /** How far the rooms have come in which something was sent since then, for each member who may read it. */
    List<RoomProgress> progressSince(Instant since) {
        return jdbc.sql("""
                        select room_id, user_id, last_seq from (
                          select room_id, max(seq) as last_seq from messages where sent_at >= :since group by room_id
                        ) active join room_members using (room_id)
                        where readable
                        """)
                .param("since", utc(since))
                .query((row, number) -> new RoomProgress(
                        new RoomId(row.getObject("room_id", UUID.class)),
                        new UserId(row.getObject("user_id", UUID.class)),
                        row.getLong("last_seq")))
                .list();
    }

    /** Makes the partitions of so many months that do not exist yet. */
    void ensurePartitions(LocalDate firstDay, int months) {
        jdbc.sql("select ensure_message_partitions(:firstDay, :months)")
                .param("firstDay", firstDay)
                .param("months", months)
                .query((row, number) -> number)
                .list();
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                new RoomId(row.getObject("room_id", UUID.class)),
                row.getLong("seq"),
                row.getObject("id", UUID.class),
                row.getString("client_message_id"),
                new UserId(row.getObject("sender_id", UUID.class)),
                row.getString("body"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("deleted_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
