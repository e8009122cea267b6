package com.realtimeconnect.history.interaction;

import java.util.Locale;

/** Which of the two a row of the log belongs to. */
enum Side {
    FEMALE,
    MALE;

    Side other() {
        return this == FEMALE ? MALE : FEMALE;
    }

    /** As in the column of the same name. */
    String columnValue() {
        return name().toLowerCase(Locale.ROOT);
    }
}
