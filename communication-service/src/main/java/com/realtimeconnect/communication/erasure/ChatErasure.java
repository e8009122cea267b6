package com.realtimeconnect.communication.erasure;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.privacy.ErasedPeople;
import com.realtimeconnect.common.privacy.PersonErasure;
import com.realtimeconnect.common.privacy.Scrub;
import com.realtimeconnect.communication.room.RoomClosure;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Erases a person from the chat. First they are noted as erased, so that every room that comes late is born closed; then
 * their rooms close, so that nothing more is written in them; then their messages lose their bodies and keep their numbers.
 * What the other one wrote stays theirs.
 */
@Component
class ChatErasure implements PersonErasure {

    private static final String ROOMS = "(select room_id from room_members where user_id = :person)";

    private static final Scrub TABLES = new Scrub()
            .with("rooms", """
                    update rooms set woman_name = null
                    where id in %s and woman_id = :person and woman_name is not null""".formatted(ROOMS))
            .with("rooms", """
                    update rooms set man_name = null
                    where id in %s and man_id = :person and man_name is not null""".formatted(ROOMS))
            // A client names its messages as it likes.
            .with("messages", """
                    update messages
                    set body = null, deleted_at = coalesce(deleted_at, now()), client_message_id = id::text
                    where room_id in %s and sender_id = :person
                      and (body is not null or client_message_id <> id::text)""".formatted(ROOMS))
            .with("message_keys", """
                    delete from message_keys where room_id in %s and sender_id = :person""".formatted(ROOMS))
            .with("room_members", """
                    update room_members set unread = 0
                    where room_id in %s and user_id <> :person and unread > 0""".formatted(ROOMS))
            .with("room_members", """
                    update room_members set readable = false, unread = 0
                    where user_id = :person and (readable or unread > 0)""");

    private final ErasedPeople erased;
    private final RoomClosure closure;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    ChatErasure(ErasedPeople erased, RoomClosure closure, JdbcClient jdbc, TransactionOperations transaction) {
        this.erased = erased;
        this.closure = closure;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public Map<String, Integer> erase(UserId person) {
        transaction.executeWithoutResult(status -> erased.note(person));
        var changed = new LinkedHashMap<String, Integer>();
        changed.put("rooms closed", closure.closeAllOf(person, "erased"));
        changed.putAll(transaction.execute(status -> TABLES.run(jdbc, person)));
        return changed;
    }
}
