package com.realtimeconnect.load.scenario;

import com.realtimeconnect.load.people.Account;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Rooms and the connections they belong to, written by SQL as the services write them when two keep each other. */
final class ChatRooms {

    private ChatRooms() {}

    /** One for each couple, in this order. */
    static List<UUID> open(Ground ground, List<Account> women, List<Account> men) {
        var rooms = new ArrayList<UUID>();
        for (var i = 0; i < women.size(); i++) {
            rooms.add(UUID.randomUUID());
        }
        try (var connection = ground.stores().database().getConnection()) {
            connection.setAutoCommit(false);
            insert(connection, rooms, women, men, """
                    insert into history.connections
                      (connection_id, room_id, woman_id, woman_name, man_id, man_name, since)
                    select room, room, woman, woman_name, man, man_name, now() from made
                    """);
            insert(connection, rooms, women, men, """
                    insert into chat.rooms
                      (id, connection_id, interaction_id, opened_at, woman_id, woman_name, man_id, man_name)
                    select room, room, room, now(), woman, woman_name, man, man_name from made
                    """);
            insert(connection, rooms, women, men, """
                    insert into chat.room_members (room_id, user_id, active_at)
                    select room, woman, now() from made union all select room, man, now() from made
                    """);
            connection.commit();
        } catch (SQLException broken) {
            throw new IllegalStateException("The rooms cannot be made", broken);
        }
        return rooms;
    }

    private static void insert(
            Connection connection, List<UUID> rooms, List<Account> women, List<Account> men, String insertion)
            throws SQLException {
        var from = "(select * from unnest(?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[])"
                + " as given (room, woman, woman_name, man, man_name)) as made";
        var sql = insertion.replace("from made", "from " + from);
        try (var statement = connection.prepareStatement(sql)) {
            var uses = sql.split("unnest", -1).length - 1;
            for (var use = 0; use < uses; use++) {
                var at = 5 * use;
                statement.setArray(at + 1, connection.createArrayOf("uuid", rooms.toArray()));
                statement.setArray(at + 2, ids(connection, women));
                statement.setArray(at + 3, names(connection, women));
                statement.setArray(at + 4, ids(connection, men));
                statement.setArray(at + 5, names(connection, men));
            }
            statement.execute();
        }
    }

    private static java.sql.Array ids(Connection connection, List<Account> people) throws SQLException {
        return connection.createArrayOf("uuid", people.stream().map(Account::id).toArray());
    }

    private static java.sql.Array names(Connection connection, List<Account> people) throws SQLException {
        return connection.createArrayOf(
                "text", people.stream().map(Account::name).toArray());
    }
}
