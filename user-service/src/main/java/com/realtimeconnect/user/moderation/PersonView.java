package com.realtimeconnect.user.moderation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.realtimeconnect.common.event.user.Standing;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.user.account.PublicIdentity;
import org.jspecify.annotations.Nullable;

/** A person as admins see them; without name and standing once erased. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonView(
        UserId userId,
        @Nullable String displayName,
        @Nullable Standing standing) {

    static PersonView of(UserId id, @Nullable PublicIdentity known) {
        return known == null
                ? new PersonView(id, null, null)
                : new PersonView(id, known.displayName(), known.standing());
    }
}
