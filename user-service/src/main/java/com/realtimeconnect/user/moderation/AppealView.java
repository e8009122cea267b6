package com.realtimeconnect.user.moderation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.user.account.PublicIdentity;
import com.realtimeconnect.user.standing.Appeal;
import com.realtimeconnect.user.standing.AppealState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appeal as admins see it.
 *
 * @param answer null while there is none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AppealView(
        UUID appealId,
        UUID suspensionId,
        PersonView person,
        String text,
        Instant createdAt,
        AppealState state,
        @Nullable Instant resolvedAt,
        @Nullable UserId resolvedBy,
        @Nullable String answer) {

    static AppealView of(Appeal appeal, @Nullable PublicIdentity known) {
        return new AppealView(
                appeal.id(),
                appeal.suspensionId(),
                PersonView.of(appeal.person(), known),
                appeal.text(),
                appeal.createdAt(),
                appeal.state(),
                appeal.resolvedAt(),
                appeal.resolvedBy(),
                appeal.answer());
    }
}
