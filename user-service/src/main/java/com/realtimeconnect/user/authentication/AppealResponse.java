package com.realtimeconnect.user.authentication;

import com.realtimeconnect.user.standing.Appeal;
import java.time.Instant;
import java.util.UUID;

/** The appeal was taken; logging in tells later what became of it. */
record AppealResponse(UUID appealId, Instant createdAt) {

    static AppealResponse from(Appeal appeal) {
        return new AppealResponse(appeal.id(), appeal.createdAt());
    }
}
