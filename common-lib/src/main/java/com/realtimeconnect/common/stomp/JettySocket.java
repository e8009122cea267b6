package com.realtimeconnect.common.stomp;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A WebSocket of Jetty. Text comes in pieces as it arrives; the next piece is asked for when one is done with. Public only
 * because Jetty finds its methods from outside.
 */
public final class JettySocket implements Session.Listener, Transport {

    private static final Logger log = LoggerFactory.getLogger(JettySocket.class);

    private final StompEndpoint endpoint;
    private final AtomicBoolean closing = new AtomicBoolean();
    private @Nullable Session session;
    private @Nullable StompConnection connection;

    JettySocket(StompEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
        session = opened;
        // Silence is noticed by the endpoint, for all sockets at once; a timer for each would be memory.
        opened.setIdleTimeout(Duration.ZERO);
        connection = endpoint.connect(this);
        opened.demand();
    }

    @Override
    public void onWebSocketPartialText(String text, boolean last) {
        connection().receive(text);
        session().demand();
    }

    @Override
    public void onWebSocketPartialBinary(ByteBuffer payload, boolean last, Callback callback) {
        connection().receiveBinary();
        callback.succeed();
        session().demand();
    }

    @Override
    public void onWebSocketPing(ByteBuffer payload) {
        session().sendPong(payload, Callback.NOOP);
        session().demand();
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        session().demand();
    }

    /** A lost network, mostly. The close that follows tells all that matters. */
    @Override
    public void onWebSocketError(Throwable cause) {
        log.atDebug().setCause(cause).log("A socket failed");
    }

    @Override
    public void onWebSocketClose(int code, @Nullable String reason, Callback callback) {
        callback.succeed();
        connection().finished(code);
    }

    @Override
    public void write(String text, Written written) {
        session().sendText(text, Callback.from(() -> written.done(null), written::done));
    }

    @Override
    public void close(int code, String reason) {
        if (closing.compareAndSet(false, true)) {
            session().close(code, reason, Callback.NOOP);
        }
    }

    @Override
    public void abort() {
        session().disconnect();
    }

    private Session session() {
        return Objects.requireNonNull(session);
    }

    private StompConnection connection() {
        return Objects.requireNonNull(connection);
    }
}
