package com.realtimeconnect.communication.room;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of rooms and their members. */
@Repository
class RoomRepository {

    /** A room is shut once it is closed, and for as long as one of the two is suspended: of two columns of one name the first is read. */
    private static final String COLUMNS = """
            coalesce(rooms.closed_at, (
              select max(changed_at) from suspended_people
              where suspended and user_id in (rooms.woman_id, rooms.man_id))) as closed_at, rooms.*
            """;

    private static final String SELECT = "select " + COLUMNS + " from rooms";

    private final JdbcClient jdbc;

    RoomRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Room> find(RoomId room) {
        return jdbc.sql(SELECT + " where id = :room")
                .param("room", room.value())
                .query(RoomRepository::room)
                .optional();
    }

    /** Every room these two ever had, newest first. */
    List<Room> findOfPair(UserId one, UserId other) {
        return jdbc.sql("""
                        select * from rooms
                        where (woman_id, man_id) in ((:one, :other), (:other, :one)) order by opened_at desc
                        """)
                .param("one", one.value())
                .param("other", other.value())
                .query(RoomRepository::room)
                .list();
    }

    /** The room if this person is in it and may read it. */
    Optional<Room> findForMember(RoomId room, UserId member) {
        return forMember(room, member, "");
    }

    /** The same, and nobody else writes to the room until this transaction ends. */
    Optional<Room> lockForMember(RoomId room, UserId member) {
        return forMember(room, member, " for update of rooms");
    }

    private Optional<Room> forMember(RoomId room, UserId member, String lock) {
        return jdbc.sql(SELECT + """
                         join room_members on room_members.room_id = rooms.id
                        where rooms.id = :room and room_members.user_id = :member and room_members.readable""" + lock)
                .param("room", room.value())
                .param("member", member.value())
                .query(RoomRepository::room)
                .optional();
    }

    /** The same for many, without those rooms that others have locked: so nobody waits here. */
    Map<Membership, Room> lockFree(Collection<Membership> members) {
        var found = new HashMap<Membership, Room>();
        jdbc.sql("select user_id, " + COLUMNS + """
                        from unnest(:rooms::uuid[], :members::uuid[]) as asked (room_id, user_id)
                        join room_members using (room_id, user_id)
                        join rooms on rooms.id = room_id
                        where readable
                        for update of rooms skip locked""")
                .param(
                        "rooms",
                        members.stream().map(member -> member.roomId().value()).toArray(UUID[]::new))
                .param(
                        "members",
                        members.stream().map(member -> member.userId().value()).toArray(UUID[]::new))
                .query(row -> {
                    var room = room(row, row.getRow());
                    found.put(new Membership(room.id(), new UserId(row.getObject("user_id", UUID.class))), room);
                });
        return found;
    }

    /** This person's rooms that no one has closed. */
    List<Room> findNotClosed(UserId member) {
        return jdbc.sql(SELECT + """
                         join room_members on room_members.room_id = rooms.id
                        where room_members.user_id = :member and rooms.closed_at is null""")
                .param("member", member.value())
                .query(RoomRepository::room)
                .list();
    }

    List<UserId> findReaders(RoomId room) {
        return jdbc.sql("select user_id from room_members where room_id = :room and readable")
                .param("room", room.value())
                .query((row, number) -> new UserId(row.getObject("user_id", UUID.class)))
                .list();
    }

    List<RoomId> findOpen(UserId member) {
        return jdbc.sql("""
                        select id from rooms join room_members on room_id = id
                        where user_id = :member and closed_at is null order by id""")
                .param("member", member.value())
                .query((row, number) -> new RoomId(row.getObject("id", UUID.class)))
                .list();
    }

    /** Adds the room and its members, or does nothing if the room or the connection has one already. */
    boolean insert(Room room) {
        return jdbc.sql("""
                        with room as (
                          insert into rooms (id, connection_id, interaction_id, opened_at, woman_id, woman_name, man_id, man_name)
                          values (:id, :connection, :interaction, :openedAt, :woman, :womanName, :man, :manName)
                          on conflict do nothing
                          returning *
                        )
                        insert into room_members (room_id, user_id, active_at)
                        select id, unnest(array[woman_id, man_id]), opened_at from room
                        """)
                        .param("id", room.id().value())
                        .param("connection", room.connectionId())
                        .param("interaction", room.interactionId().value())
                        .param("openedAt", utc(room.openedAt()))
                        .param("woman", room.woman().userId().value())
                        .param("womanName", room.woman().displayName())
                        .param("man", room.man().userId().value())
                        .param("manName", room.man().displayName())
                        .update()
                > 0;
    }

    /** Closes it if it is open, and tells whether it was. */
    boolean close(RoomId room, Instant at, String reason) {
        return jdbc.sql(
                                "update rooms set closed_at = :at, close_reason = :reason where id = :room and closed_at is null")
                        .param("room", room.value())
                        .param("at", utc(at))
                        .param("reason", reason)
                        .update()
                > 0;
    }

    /** From now on the room does not exist for these members. */
    void hideFrom(RoomId room, Collection<UserId> members) {
        for (var member : members) {
            jdbc.sql("update room_members set readable = false where room_id = :room and user_id = :member")
                    .param("room", room.value())
                    .param("member", member.value())
                    .update();
        }
    }

    private static Room room(ResultSet row, int number) throws SQLException {
        return new Room(
                new RoomId(row.getObject("id", UUID.class)),
                row.getObject("connection_id", UUID.class),
                new InteractionId(row.getObject("interaction_id", UUID.class)),
                new Member(new UserId(row.getObject("woman_id", UUID.class)), row.getString("woman_name")),
                new Member(new UserId(row.getObject("man_id", UUID.class)), row.getString("man_name")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("closed_at", OffsetDateTime.class)),
                row.getLong("last_seq"),
                instant(row.getObject("last_message_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
