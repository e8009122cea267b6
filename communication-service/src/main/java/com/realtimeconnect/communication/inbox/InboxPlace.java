package com.realtimeconnect.communication.inbox;

import com.realtimeconnect.common.page.Cursor;
import com.realtimeconnect.common.page.PageRequest;
import java.time.Instant;
import java.util.UUID;

/** A place in the order of a person's rooms, latest first; what comes after it is older. */
record InboxPlace(Instant activeAt, UUID room) {

    static final InboxPlace TOP = new InboxPlace(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    static InboxPlace of(PageRequest page) {
        var cursor = page.cursor();
        return cursor == null ? TOP : new InboxPlace(cursor.instant(0), cursor.uuid(1));
    }

    static Cursor cursorOf(InboxEntry entry) {
        return Cursor.of(entry.activeAt(), entry.roomId());
    }
}
