package com.realtimeconnect.common.stomp;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/** Brings SockJS sessions to the endpoint; also names the sub-protocol that a handshake may agree on. */
final class SockJsHandler extends AbstractWebSocketHandler implements SubProtocolCapable {

    private static final String CONNECTION = StompConnection.class.getName();

    private final StompEndpoint endpoint;

    SockJsHandler(StompEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of("v12.stomp");
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.getAttributes().put(CONNECTION, endpoint.connect(new SockJsSocket(session)));
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        connection(session).receive(message.getPayload());
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
        connection(session).receiveBinary();
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, @Nullable CloseStatus status) {
        connection(session).finished((status == null ? CloseStatus.NO_CLOSE_FRAME : status).getCode());
    }

    private static StompConnection connection(WebSocketSession session) {
        return (StompConnection) Objects.requireNonNull(session.getAttributes().get(CONNECTION));
    }
}
