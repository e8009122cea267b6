package com.realtimeconnect.communication.room;

import com.realtimeconnect.common.identity.UserId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * @param reason for our records; members are not told
 * @param hiddenFrom members for whom the room stops to exist, such as the one who was blocked; nobody if left out
 */
record CloseRoom(
        @NotNull @Pattern(regexp = "[a-z][a-z-]{0,39}", message = "must be 1 to 40 lower-case letters or dashes")
        String reason,

        @Size(max = 2) @Nullable Set<@NotNull UserId> hiddenFrom) {

    Set<UserId> hiddenFromOrNobody() {
        return hiddenFrom == null ? Set.of() : hiddenFrom;
    }
}
