package com.realtimeconnect.common.stomp;

import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeFailureException;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;

/**
 * Ends a handshake that Spring has checked by putting a {@link JettySocket} straight on Jetty's frames. What lies between
 * keeps the handshake's request for as long as the socket lives, and Spring's own adapter whole messages besides.
 */
final class JettySocketUpgrade extends JettyRequestUpgradeStrategy {

    private final StompEndpoint endpoint;

    JettySocketUpgrade(StompEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void upgrade(
            ServerHttpRequest request,
            ServerHttpResponse response,
            @Nullable String subProtocol,
            List<WebSocketExtension> extensions,
            @Nullable Principal principal,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        var jettyRequest = ServletContextRequest.getServletContextRequest(
                ((ServletServerHttpRequest) request).getServletRequest());
        var mappings = WebSocketMappings.getMappings(ContextHandler.getContextHandler(jettyRequest));
        try (var done = Blocker.callback()) {
            if (!mappings.upgrade(
                    negotiator(subProtocol), jettyRequest, jettyRequest.getServletContextResponse(), done, null)) {
                throw new HandshakeFailureException("This is no handshake of a WebSocket");
            }
            done.block();
        } catch (IOException broken) {
            throw new HandshakeFailureException("The handshake did not come to its end", broken);
        }
    }

    private WebSocketNegotiator negotiator(@Nullable String subProtocol) {
        return (request, response, callback) -> {
            if (subProtocol != null) {
                response.setAcceptedSubProtocol(subProtocol);
            }
            // No compression: its windows would cost more than all else of an idle socket.
            response.setExtensions(List.of());
            return new JettySocket(endpoint);
        };
    }
}
