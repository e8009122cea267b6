package com.realtimeconnect.common.realtime;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.security.RevocationListener;
import com.realtimeconnect.common.stomp.CloseCode;
import java.util.UUID;

/** Closes the sockets of a login, or of a person, that was ended. */
final class SessionRevocation implements RevocationListener {

    private final LocalSessions sessions;

    SessionRevocation(LocalSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void loginRevoked(UUID loginId) {
        for (var session : sessions.all()) {
            if (session.user().loginId().equals(loginId)) {
                session.close(CloseCode.LOGGED_OUT);
            }
        }
    }

    @Override
    public void userRevoked(UserId userId, int closeCode) {
        var code = CloseCode.of(closeCode).orElse(CloseCode.LOGGED_OUT);
        sessions.of(userId).forEach(session -> session.close(code));
    }
}
