package com.realtimeconnect.history.connection;

import com.realtimeconnect.common.event.interaction.ConnectionFormed;
import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.page.Cursor;
import com.realtimeconnect.history.connection.Connection.Member;
import com.realtimeconnect.history.connection.Connections.Formed;
import com.realtimeconnect.history.interaction.MeetingRecord;
import com.realtimeconnect.history.interaction.Timestamps;
import com.realtimeconnect.history.interaction.UnknownPersonException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Connections in the database; always the primary, because permissions hang on them. */
@Repository
class ConnectionRepository {

    private static final String COLUMNS =
            "connection_id, room_id, woman_id, woman_name, man_id, man_name, since, last_interaction_at";

    private final JdbcClient jdbc;

    ConnectionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a kept interaction led to: the connection it asked for, or the one the two had already. */
    record Origin(UUID requestedId, UUID connectionId) {}

    Optional<Origin> findOrigin(InteractionId interactionId) {
        return jdbc.sql("select requested_id, connection_id from connection_origins where interaction_id = :id")
                .param("id", interactionId.value())
                .query((row, number) -> new Origin(
                        row.getObject("requested_id", UUID.class), row.getObject("connection_id", UUID.class)))
                .optional();
    }

    void insertOrigin(ConnectionFormed request, UUID connectionId) {
        jdbc.sql("""
                        insert into connection_origins (interaction_id, requested_id, connection_id)
                        values (:interactionId, :requestedId, :connectionId)""")
                .param("interactionId", request.interactionId().value())
                .param("requestedId", request.connectionId())
                .param("connectionId", connectionId)
                .update();
    }

    /**
     * Opens the connection, or takes part in the one the two have open, in one step.
     *
     * @throws ConflictingConnectionException if the connection's or the room's id is in use
     * @throws UnknownPersonException if one of them has no account
     */
    Formed openOrJoin(ConnectionFormed request, @Nullable Instant lastInteractionAt) {
        try {
            // xmax is 0 in a row that was inserted and not 0 in one that was there.
            return jdbc.sql("""
                            insert into connections (%s)
                            values (:connectionId, :roomId, :womanId, :womanName, :manId, :manName, :since, :last)
                            on conflict (woman_id, man_id) where removed_at is null do update
                              set woman_name = excluded.woman_name, man_name = excluded.man_name,
                                last_interaction_at =
                                  greatest(connections.last_interaction_at, excluded.last_interaction_at)
                            returning %s, xmax = 0 as created""".formatted(COLUMNS, COLUMNS))
                    .param("connectionId", request.connectionId())
                    .param("roomId", request.roomId().value())
                    .param("womanId", request.woman().userId().value())
                    .param("womanName", request.woman().displayName())
                    .param("manId", request.man().userId().value())
                    .param("manName", request.man().displayName())
                    .param("since", Timestamps.column(request.since()))
                    .param("last", Timestamps.nullableColumn(lastInteractionAt))
                    .query((row, number) -> new Formed(connection(row, number), row.getBoolean("created")))
                    .single();
        } catch (DuplicateKeyException taken) {
            throw new ConflictingConnectionException(request.connectionId());
        } catch (DataIntegrityViolationException failure) {
            throw UnknownPersonException.from(failure);
        }
    }

    Connection get(UUID connectionId) {
        return jdbc.sql("select %s from connections where connection_id = :id".formatted(COLUMNS))
                .param("id", connectionId)
                .query(ConnectionRepository::connection)
                .single();
    }

    /** Two index ranges, one of which is empty: a person is on one side only. */
    List<Connection> findNewestOpen(UserId person, @Nullable Cursor after, int limit) {
        var beyond = "";
        var values = new HashMap<String, Object>(Map.of("person", person.value(), "limit", limit));
        if (after != null) {
            beyond = "and (since, connection_id) < (:afterTime, :afterConnection)";
            values.put("afterTime", Timestamps.column(Timestamps.of(after)));
            values.put("afterConnection", after.uuid(1));
        }
        return jdbc.sql("""
                        (select %1$s from connections where woman_id = :person and removed_at is null %2$s
                          order by since desc, connection_id desc limit :limit)
                        union all
                        (select %1$s from connections where man_id = :person and removed_at is null %2$s
                          order by since desc, connection_id desc limit :limit)
                        order by since desc, connection_id desc limit :limit""".formatted(COLUMNS, beyond))
                .params(values)
                .query(ConnectionRepository::connection)
                .list();
    }

    Optional<Connection> findOpen(UserId one, UserId other) {
        return jdbc.sql("""
                        select %s from connections
                        where removed_at is null
                          and ((woman_id = :one and man_id = :other) or (woman_id = :other and man_id = :one))""".formatted(COLUMNS))
                .param("one", one.value())
                .param("other", other.value())
                .query(ConnectionRepository::connection)
                .optional();
    }

    List<UserId> findPeers(UserId person) {
        return jdbc.sql("""
                        select man_id as peer_id from connections where woman_id = :person and removed_at is null
                        union all
                        select woman_id from connections where man_id = :person and removed_at is null""")
                .param("person", person.value())
                .query((row, number) -> new UserId(row.getObject("peer_id", UUID.class)))
                .list();
    }

    /** Removes it if it is open and this person's; returns its room if so. */
    Optional<RoomId> removeOpen(UUID connectionId, UserId by, Instant now) {
        return jdbc.sql("""
                        update connections set removed_at = :now, removed_by = :by
                        where connection_id = :id and removed_at is null and :by in (woman_id, man_id)
                        returning room_id""")
                .param("id", connectionId)
                .param("by", by.value())
                .param("now", Timestamps.column(now))
                .query((row, number) -> new RoomId(row.getObject("room_id", UUID.class)))
                .optional();
    }

    List<ConnectionRemoved> removeAllOpen(UserId person, Instant now) {
        return jdbc.sql("""
                        update connections set removed_at = :now, removed_by = :person
                        where removed_at is null and :person in (woman_id, man_id)
                        returning connection_id, room_id""")
                .param("person", person.value())
                .param("now", Timestamps.column(now))
                .query((row, number) -> new ConnectionRemoved(
                        row.getObject("connection_id", UUID.class),
                        new RoomId(row.getObject("room_id", UUID.class)),
                        null))
                .list();
    }

    boolean hasMember(UUID connectionId, UserId person) {
        return jdbc.sql("""
                        select exists (
                          select from connections where connection_id = :id and :person in (woman_id, man_id))""")
                .param("id", connectionId)
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** Of two who met several times the latest counts. */
    void noteMeetings(List<MeetingRecord> meetings) {
        jdbc.sql("""
                        update connections set last_interaction_at = greatest(last_interaction_at, latest.ended_at)
                        from (
                          select woman_id, man_id, max(ended_at::timestamptz) as ended_at
                          from unnest(:women::uuid[], :men::uuid[], :times::text[]) as met (woman_id, man_id, ended_at)
                          group by woman_id, man_id) as latest
                        where connections.woman_id = latest.woman_id and connections.man_id = latest.man_id
                          and removed_at is null""")
                .param(
                        "women",
                        meetings.stream()
                                .map(meeting -> meeting.womanId().value())
                                .toArray(UUID[]::new))
                .param(
                        "men",
                        meetings.stream()
                                .map(meeting -> meeting.manId().value())
                                .toArray(UUID[]::new))
                .param(
                        "times",
                        meetings.stream()
                                .map(meeting ->
                                        Timestamps.column(meeting.endedAt()).toString())
                                .toArray(String[]::new))
                .update();
    }

    int deleteRemoved(Instant removedBefore, int limit) {
        return jdbc.sql("""
                        delete from connections where connection_id in (
                          select connection_id from connections
                          where removed_at < :before order by removed_at limit :limit)""")
                .param("before", Timestamps.column(removedBefore))
                .param("limit", limit)
                .update();
    }

    private static Connection connection(ResultSet row, int number) throws SQLException {
        return new Connection(
                row.getObject("connection_id", UUID.class),
                new RoomId(row.getObject("room_id", UUID.class)),
                new Member(new UserId(row.getObject("woman_id", UUID.class)), row.getString("woman_name")),
                new Member(new UserId(row.getObject("man_id", UUID.class)), row.getString("man_name")),
                Timestamps.read(row, "since"),
                Timestamps.readNullable(row, "last_interaction_at"));
    }
}
