package com.realtimeconnect.common.page;

import org.jspecify.annotations.Nullable;

/** What part of a list is asked for: {@code ?limit=} (1 to 200, 50 if not said) and {@code ?cursor=}. Usable as a controller's argument. */
public record PageRequest(int limit, @Nullable Cursor cursor) {

    static final int DEFAULT_LIMIT = 50;
    static final int HIGHEST_LIMIT = 200;
}
