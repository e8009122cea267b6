package com.realtimeconnect.communication.erasure;

import com.realtimeconnect.common.privacy.ExportPart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this service holds about a person: what they wrote, and what was written to them and they may still read. */
@Configuration(proxyBeanMethods = false)
class ChatRecord {

    @Bean
    ExportPart roomsPart() {
        return ExportPart.list("rooms", """
                select rooms.id as "roomId", connection_id as "connectionId", interaction_id as "interactionId",
                  case when coalesce(case when woman_id = :person then man_name else woman_name end, '') = ''
                    then jsonb_build_object('erased', true)
                    when woman_id = :person then jsonb_build_object('userId', man_id, 'displayName', man_name)
                    else jsonb_build_object('userId', woman_id, 'displayName', woman_name) end as "peer",
                  opened_at as "openedAt", closed_at as "closedAt", last_read_seq as "lastReadSeq"
                from room_members join rooms on rooms.id = room_id
                where user_id = :person and readable order by opened_at, rooms.id""");
    }

    @Bean
    ExportPart messagesPart() {
        return ExportPart.list("messages", """
                select messages.room_id as "roomId", seq, id as "messageId", client_message_id as "clientMessageId",
                  sender_id as "senderId", body, sent_at as "sentAt", deleted_at as "deletedAt"
                from room_members join messages on messages.room_id = room_members.room_id
                where user_id = :person and (readable or sender_id = :person)
                order by messages.room_id, seq""");
    }
}
