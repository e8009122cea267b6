package com.realtimeconnect.common.security;

import com.realtimeconnect.common.identity.UserId;
import java.util.UUID;

/** Hears of revocations on this node, shortly after they were made anywhere. Each may be told more than once. */
public interface RevocationListener {

    void loginRevoked(UUID loginId);

    /** @param closeCode what the person's sockets close with */
    void userRevoked(UserId userId, int closeCode);
}
