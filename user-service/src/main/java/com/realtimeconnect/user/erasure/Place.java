package com.realtimeconnect.user.erasure;

import java.util.Locale;

/** Where something about a person may be; each confirms that it has erased them. */
enum Place {
    USER,
    QUEUING,
    INTERACTION,
    HISTORY,
    COMMUNICATION;

    /** As the ledger names it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Under which its fact waits in the outbox. */
    String handlerName() {
        return "erase-at-" + word();
    }
}
