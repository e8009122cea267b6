package com.realtimeconnect.common.stomp;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/** A socket of Spring's SockJS support, whose sends may wait: each is done on a thread of its own. */
final class SockJsSocket implements Transport {

    private static final Logger log = LoggerFactory.getLogger(SockJsSocket.class);

    private final WebSocketSession session;
    private final AtomicBoolean closing = new AtomicBoolean();

    SockJsSocket(WebSocketSession session) {
        this.session = session;
    }

    @Override
    public void write(String text, Written written) {
        Thread.ofVirtual().name("sockjs-write-", 0).start(() -> {
            try {
                session.sendMessage(new TextMessage(text));
            } catch (IOException | RuntimeException broken) {
                written.done(broken);
                return;
            }
            written.done(null);
        });
    }

    @Override
    public void close(int code, String reason) {
        if (closing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("sockjs-close-", 0).start(() -> close(new CloseStatus(code, reason)));
        }
    }

    @Override
    public void abort() {
        close(CloseStatus.SESSION_NOT_RELIABLE.getCode(), "");
    }

    private void close(CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException | RuntimeException gone) {
            log.atDebug().setCause(gone).log("A SockJS session was gone before it was closed");
        }
    }
}
