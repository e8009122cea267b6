package com.realtimeconnect.user.media;

import java.util.List;

/** Objects in S3 belong to no asset any more. Fact of the outbox; they must go. */
record ObjectsUnused(List<String> keys) {

    ObjectsUnused {
        keys = List.copyOf(keys);
    }
}
