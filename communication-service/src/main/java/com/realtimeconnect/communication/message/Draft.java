package com.realtimeconnect.communication.message;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.communication.room.Membership;

/** What somebody wants to say in a room, under the name their client gave it. */
record Draft(RoomId roomId, UserId sender, String clientMessageId, MessageBody body) {

    Membership author() {
        return new Membership(roomId, sender);
    }

    Name name() {
        return new Name(roomId, sender, clientMessageId);
    }

    /** What makes a message the same when it is sent again. */
    record Name(RoomId roomId, UserId sender, String clientMessageId) {}
}
