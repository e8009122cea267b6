package com.realtimeconnect.common.stomp;

import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee11.websocket.server.JettyWebSocketServerContainer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeFailureException;
import org.springframework.web.socket.server.jetty.JettyRequestUpgradeStrategy;

/**
 * Ends a handshake that Spring has checked by putting a {@link JettySocket} straight on Jetty. Spring's own adapter keeps
 * the handshake's headers and whole messages for each socket, and waits in each send.
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
        var servletRequest = ((ServletServerHttpRequest) request).getServletRequest();
        var servletResponse = ((ServletServerHttpResponse) response).getServletResponse();
        var container = JettyWebSocketServerContainer.getContainer(servletRequest.getServletContext());
        try {
            container.upgrade(
                    (upgradeRequest, upgradeResponse) -> {
                        if (subProtocol != null) {
                            upgradeResponse.setAcceptedSubProtocol(subProtocol);
                        }
                        // No compression: its windows would cost more than all else of an idle socket.
                        upgradeResponse.setExtensions(List.of());
                        return new JettySocket(endpoint);
                    },
                    servletRequest,
                    servletResponse);
        } catch (IOException broken) {
            throw new HandshakeFailureException("The handshake did not come to its end", broken);
        }
    }
}
