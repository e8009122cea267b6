package com.realtimeconnect.load.scenario;

import com.realtimeconnect.load.people.Account;
import java.util.List;
import java.util.UUID;

/**
 * Years of history and of chat, written by SQL. A tenth of it belongs to one woman and, of the messages, to one room of
 * hers; the rest is spread over a thousand people. It lies in the month before, so that nothing of it is due for retention.
 */
final class LongMemory {

    /** What lies before the moment at which we write; whole in one month or in two. */
    private static final String MONTH = "date_trunc('month', now() at time zone 'utc') at time zone 'utc'";

    private static final int OTHERS = 1_000;

    private final Ground ground;
    private final int rows;

    LongMemory(Ground ground, int rows) {
        this.ground = ground;
        this.rows = rows;
    }

    /** @return the room that has a tenth of the messages */
    UUID write(Account woman, Account man) {
        var women = ground.crowd().women(OTHERS);
        var men = ground.crowd().men(OTHERS);
        var rooms = ChatRooms.open(ground, women, men);
        var room = ChatRooms.open(ground, List.of(woman), List.of(man)).getFirst();
        ground.say(rows + " rows of history");
        history(woman, man, rows / 10);
        var share = Math.max(1, rows * 9 / 10 / OTHERS);
        historyOfOthers(women.getFirst(), women.getLast(), man, share);
        ground.say(rows + " messages");
        messages(" '" + room + "'::uuid, '" + woman.id() + "'::uuid", rows / 10, "");
        messages(
                " member.room_id, member.user_id",
                share,
                ", chat.room_members member join users.accounts account on account.id = member.user_id"
                        + " where account.role = 'female' and member.room_id in ('"
                        + String.join("','", rooms.stream().map(UUID::toString).toList()) + "')");
        ground.say("the statistics of PostgreSQL");
        ground.stores()
                .execute(
                        "update chat.rooms r set opened_at = m.first, last_seq = m.seq, last_message_at = m.last"
                                + " from (select room_id, min(sent_at) as first, max(seq) as seq, max(sent_at) as last from chat.messages group by room_id) m where m.room_id = r.id",
                        "vacuum (analyze) history.logged_interactions",
                        "vacuum (analyze) chat.messages",
                        "vacuum (analyze) chat.rooms");
        return room;
    }

    private void history(Account woman, Account man, int count) {
        log("'" + woman.id() + "'::uuid", man, count, "");
    }

    private void historyOfOthers(Account first, Account last, Account man, int share) {
        log(
                "account.id",
                man,
                share,
                ", users.accounts account where account.id between '" + first.id() + "' and '" + last.id()
                        + "' and account.role = 'female'");
    }

    /** The triggers look for erased people one by one; nobody of these is. */
    private void log(String owner, Account peer, int count, String from) {
        ground.stores()
                .execute(
                        "set session_replication_role = replica",
                        "insert into history.logged_interactions (interaction_id, user_id, side, peer_id, peer_name, intent,"
                                + " proposed_at, connected_at, started_at, ended_at, duration_seconds, wait_seconds, end_reason,"
                                + " shown_reason, video, video_requested, video_approved, kept)"
                                + " select gen_random_uuid(), " + owner + ", 'female', '" + peer.id()
                                + "', 'Max', 'casual',"
                                + " at, at, at, at, 180, 3, 'completed', 'completed', false, false, false, false"
                                + " from (select " + MONTH + " + n * interval '1 second' * (86400.0 / " + count
                                + ") as at from generate_series(1, " + count + ") n) times" + from);
    }

    private void messages(String roomAndSender, int count, String from) {
        ground.stores()
                .execute(
                        "set session_replication_role = replica",
                        "insert into chat.messages (room_id, sender_id, seq, id, client_message_id, body, sent_at)"
                                + " select" + roomAndSender
                                + ", n, gen_random_uuid(), 'm' || n, 'Shall we talk again tomorrow?',"
                                + " " + MONTH + " + n * interval '1 second' * (86400.0 / " + count
                                + ") from generate_series(1, " + count + ") n" + from);
    }
}
