package com.realtimeconnect.communication.message;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
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

    private static final String APPEND = """
            with given as (
              select room_id, seq, id, client_message_id, sender_id, body, sent_at::timestamptz from unnest(
                  :rooms::uuid[], :seqs::bigint[], :ids::uuid[], :names::text[], :senders::uuid[], :bodies::text[],
                  :times::text[])
                as given (room_id, seq, id, client_message_id, sender_id, body, sent_at)
            ), latest as (
              select room_id, max(seq) as seq, max(sent_at) as sent_at from given group by room_id
            ), moved as (
              update rooms set last_seq = seq, last_message_at = sent_at from latest where id = room_id
            ), views as (
              update room_members
              set active_at = sent_at,
                  unread = unread + (
                    select count(*) from given where given.room_id = latest.room_id and sender_id <> user_id)
              from latest where room_members.room_id = latest.room_id
            ), named as (
              insert into message_keys (room_id, sender_id, client_message_id, seq, sent_at)
              select room_id, sender_id, client_message_id, seq, sent_at from given
            )
            insert into messages (room_id, seq, id, client_message_id, sender_id, body, sent_at)
            select room_id, seq, id, client_message_id, sender_id, body, sent_at from given
            """;

    private final JdbcClient jdbc;

    MessageRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those that their senders have sent before. Nearly always there is none, and that is told by one row of one table
     * for each; a join would have every partition of the messages planned for it.
     */
    Map<Draft.Name, Message> findNamed(List<Draft> drafts) {
        var places = new HashMap<Draft.Name, Place>();
        jdbc.sql("""
                        select room_id, sender_id, client_message_id, seq, sent_at
                        from unnest(:rooms::uuid[], :senders::uuid[], :names::text[])
                          as asked (room_id, sender_id, client_message_id)
                        join message_keys using (room_id, sender_id, client_message_id)
                        """)
                .param(
                        "rooms",
                        column(drafts, UUID[]::new, draft -> draft.roomId().value()))
                .param(
                        "senders",
                        column(drafts, UUID[]::new, draft -> draft.sender().value()))
                .param("names", column(drafts, String[]::new, Draft::clientMessageId))
                .query(row -> {
                    places.put(name(row), place(row));
                });
        var found = new HashMap<Draft.Name, Message>();
        places.forEach((name, place) -> find(name.roomId(), place).ifPresent(message -> found.put(name, message)));
        return found;
    }

    private static Draft.Name name(ResultSet row) throws SQLException {
        return new Draft.Name(
                new RoomId(row.getObject("room_id", UUID.class)),
                new UserId(row.getObject("sender_id", UUID.class)),
                row.getString("client_message_id"));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getLong("seq"), row.getObject("sent_at", OffsetDateTime.class));
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

    /**
     * Adds the messages with their names, and moves their rooms, and how these look to sender and receiver, forward. The
     * caller holds the locks of the rooms.
     */
    void append(List<Message> messages) {
        if (messages.isEmpty()) {
            return;
        }
        jdbc.sql(APPEND)
                .param(
                        "rooms",
                        column(
                                messages,
                                UUID[]::new,
                                message -> message.roomId().value()))
                .param("seqs", column(messages, Long[]::new, Message::seq))
                .param("ids", column(messages, UUID[]::new, Message::messageId))
                .param("names", column(messages, String[]::new, Message::clientMessageId))
                .param(
                        "senders",
                        column(
                                messages,
                                UUID[]::new,
                                message -> message.senderId().value()))
                .param("bodies", column(messages, String[]::new, Message::body))
                .param(
                        "times",
                        column(
                                messages,
                                String[]::new,
                                message -> message.sentAt().toString()))
                .update();
    }

    /** One column of rows that a statement is given as arrays. */
    private static <T, C> C[] column(List<T> rows, IntFunction<C[]> array, Function<T, @Nullable C> value) {
        return rows.stream().map(value).toArray(array);
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
