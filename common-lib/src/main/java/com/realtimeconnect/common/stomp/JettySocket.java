package com.realtimeconnect.common.stomp;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Utf8StringBuilder;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.CoreSession;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.exception.BadPayloadException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A WebSocket of Jetty, frame by frame (RFC 6455). Text is handed on in the pieces that it comes in, and the next frame
 * is asked for when one is done with. Jetty calls it with one frame at a time.
 */
final class JettySocket implements FrameHandler, Transport {

    private static final Logger log = LoggerFactory.getLogger(JettySocket.class);

    private final StompEndpoint endpoint;
    private final AtomicBoolean closing = new AtomicBoolean();
    private @Nullable CoreSession session;
    private @Nullable StompConnection connection;

    /** Between the first and the last frame of a message in several. */
    private @Nullable Utf8StringBuilder unfinished;

    JettySocket(StompEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void onOpen(CoreSession opened, Callback callback) {
        session = opened;
        // Silence is noticed by the endpoint, for all sockets at once; a timer for each would be memory.
        opened.setIdleTimeout(Duration.ZERO);
        connection = endpoint.connect(this);
        callback.succeeded();
        opened.demand();
    }

    /** A message begins with its kind, and goes on with frames that have none. Binary ends the socket, whole or not. */
    @Override
    public void onFrame(Frame frame, Callback callback) {
        try {
            switch (frame.getOpCode()) {
                case OpCode.TEXT, OpCode.CONTINUATION -> connection().receive(text(frame));
                case OpCode.BINARY -> connection().receiveBinary();
                case OpCode.PING -> {
                    answer(frame, callback);
                    return;
                }
                // Jetty answers a close by itself as soon as it is acknowledged here.
                default -> {}
            }
        } catch (CharacterCodingException | RuntimeException unreadable) {
            callback.failed(new BadPayloadException(unreadable));
            return;
        }
        callback.succeeded();
        session().demand();
    }

    private String text(Frame frame) throws CharacterCodingException {
        if (frame.isFin() && unfinished == null) {
            return decode(frame.getPayload());
        }
        var text = unfinished == null ? new Utf8StringBuilder() : unfinished;
        text.append(frame.getPayload());
        unfinished = frame.isFin() ? null : text;
        return frame.isFin()
                ? text.takeCompleteString(CharacterCodingException::new)
                : text.takePartialString(CharacterCodingException::new);
    }

    /** The JDK is fast where it may replace what is wrong; only where it did, or the sign for it was sent, is it strict. */
    private static String decode(ByteBuffer payload) throws CharacterCodingException {
        var text = BufferUtil.toString(payload, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0
                ? text
                : StandardCharsets.UTF_8.newDecoder().decode(payload.slice()).toString();
    }

    /** The next frame is read once the pong is written, so that nobody can make us keep many. */
    private void answer(Frame ping, Callback callback) {
        var pong = new Frame(OpCode.PONG, ping.getPayload().slice());
        var written = Callback.from(
                () -> {
                    callback.succeeded();
                    session().demand();
                },
                callback::failed);
        session().sendFrame(pong, written, false);
    }

    /** A lost network, mostly. The close that follows tells all that matters. */
    @Override
    public void onError(Throwable cause, Callback callback) {
        log.atDebug().setCause(cause).log("A socket failed");
        callback.succeeded();
    }

    @Override
    public void onClosed(CloseStatus status, Callback callback) {
        callback.succeeded();
        connection().finished(status.getCode());
    }

    @Override
    public void write(String text, Written written) {
        session()
                .sendFrame(new Frame(OpCode.TEXT, text), Callback.from(() -> written.done(null), written::done), false);
    }

    @Override
    public void close(int code, String reason) {
        if (closing.compareAndSet(false, true)) {
            session().close(code, reason, Callback.NOOP);
        }
    }

    @Override
    public void abort() {
        session().abort();
    }

    private CoreSession session() {
        return Objects.requireNonNull(session);
    }

    private StompConnection connection() {
        return Objects.requireNonNull(connection);
    }
}
