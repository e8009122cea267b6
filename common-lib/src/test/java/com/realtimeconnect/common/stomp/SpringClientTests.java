package com.realtimeconnect.common.stomp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.common.sample.SampleNode;
import com.realtimeconnect.test.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.messaging.MessageDeliveryException;
import org.springframework.messaging.simp.stomp.ConnectionLostException;
import org.springframework.messaging.simp.stomp.StompFrameHandler;
import org.springframework.messaging.simp.stomp.StompHeaders;
import org.springframework.messaging.simp.stomp.StompSessionHandlerAdapter;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.web.socket.WebSocketHttpHeaders;
import org.springframework.web.socket.client.WebSocketClient;
import org.springframework.web.socket.client.standard.StandardWebSocketClient;
import org.springframework.web.socket.messaging.WebSocketStompClient;
import org.springframework.web.socket.sockjs.client.RestTemplateXhrTransport;
import org.springframework.web.socket.sockjs.client.SockJsClient;
import org.springframework.web.socket.sockjs.client.WebSocketTransport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Spring's STOMP client, over a WebSocket and over each transport of SockJS. */
class SpringClientTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    private static final SampleNode node = SampleNode.start();

    @BeforeAll
    static void schedule() {
        scheduler.initialize();
    }

    @AfterAll
    static void stop() {
        scheduler.shutdown();
        node.close();
    }

    enum Over {
        WEBSOCKET,
        SOCKJS_WEBSOCKET,
        SOCKJS_STREAMING,
        SOCKJS_POLLING;

        WebSocketClient client() {
            var xhr = new RestTemplateXhrTransport();
            xhr.setXhrStreamingDisabled(this == SOCKJS_POLLING);
            return switch (this) {
                case WEBSOCKET -> new StandardWebSocketClient();
                case SOCKJS_WEBSOCKET ->
                    new SockJsClient(List.of(new WebSocketTransport(new StandardWebSocketClient())));
                case SOCKJS_STREAMING, SOCKJS_POLLING -> new SockJsClient(List.of(xhr));
            };
        }

        String address() {
            return this == WEBSOCKET
                    ? "ws://localhost:" + node.port() + "/ws"
                    : "http://localhost:" + node.port() + "/ws-sockjs";
        }
    }

    @ParameterizedTest
    @EnumSource
    void relaysInOrderWithReceiptsAndProblems(Over over) throws Exception {
        var userId = UUID.randomUUID();
        var client = new WebSocketStompClient(over.client());
        client.setTaskScheduler(scheduler);
        var session = connect(client, over, TestTokens.person(userId, "female"), new Lost());
        session.setAutoReceipt(true);
        var events = subscribe(session, "/user/queue/events");
        var problems = subscribe(session, "/user/queue/errors");
        assertThat(next(events).path("type").asString()).isEqualTo("state");
        assertThat(next(events).path("data").asInt()).isEqualTo(1);
        assertThat(next(events).path("data").asInt()).isEqualTo(2);

        var receipts = new CountDownLatch(50);
        for (int i = 0; i < 50; i++) {
            var body = JSON.writeValueAsBytes(Map.of("to", userId, "number", i));
            var receipt = session.send("/app/tell", body);
            receipt.addReceiptTask(receipts::countDown);
        }
        for (int i = 0; i < 50; i++) {
            assertThat(next(events).path("data").asInt()).isEqualTo(i);
        }
        assertThat(receipts.await(10, TimeUnit.SECONDS)).isTrue();

        var refused = session.send("/app/refuse", "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.getReceiptId()).isNotNull();
        assertThat(next(problems).path("code").asString()).isEqualTo("not-today");
        sayGoodbye(session);
    }

    /** The server's close may come before the client's own thread knows that its last frame has left. */
    private static void sayGoodbye(org.springframework.messaging.simp.stomp.StompSession session) {
        try {
            session.disconnect();
        } catch (MessageDeliveryException closed) {
            assertThat(closed).hasRootCauseInstanceOf(ClosedChannelException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void losesWhoHasABadToken(Over over) throws Exception {
        var client = new WebSocketStompClient(over.client());
        var lost = new Lost();
        var connecting = client.connectAsync(over.address(), new WebSocketHttpHeaders(), headers("nonsense"), lost);
        assertThat(lost.happened.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(connecting).isCompletedExceptionally();
    }

    /** Spring's client sends the end of a poll's empty body in a packet of its own. */
    @Test
    void keepsAConnectionOnWhichABodyEndsLate() throws IOException {
        try (var socket = new Socket("localhost", node.port())) {
            var in = socket.getInputStream();
            send(socket, poll("Transfer-Encoding: chunked"));
            socket.setSoTimeout(500);
            assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
            socket.setSoTimeout(10_000);
            send(socket, "0||");
            assertThat(opened(in)).isTrue();
            send(socket, poll("Content-Length: 0"));
            assertThat(opened(in)).isTrue();
        }
    }

    @Test
    void readsNoLargeBodyOfAPoll() throws IOException {
        try (var socket = new Socket("localhost", node.port())) {
            socket.setSoTimeout(10_000);
            send(socket, poll("Transfer-Encoding: chunked") + "50000|" + "x".repeat(0x50000));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    private static String poll(String header) {
        return "POST /ws-sockjs/000/" + UUID.randomUUID() + "/xhr HTTP/1.1|Host: localhost|" + header + "||";
    }

    private static void send(Socket socket, String lines) throws IOException {
        socket.getOutputStream().write(lines.replace("|", "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads one answer in chunks, and says whether it opens a session. */
    private static boolean opened(InputStream in) throws IOException {
        var answer = new StringBuilder();
        while (!answer.toString().endsWith("\r\n0\r\n\r\n")) {
            var next = in.read();
            assertThat(next).as(answer.toString()).isNotNegative();
            answer.append((char) next);
        }
        return answer.toString().contains("\r\no\n\r\n");
    }

    private static org.springframework.messaging.simp.stomp.StompSession connect(
            WebSocketStompClient client, Over over, String token, Lost lost) throws Exception {
        return client.connectAsync(over.address(), new WebSocketHttpHeaders(), headers(token), lost)
                .get(10, TimeUnit.SECONDS);
    }

    private static StompHeaders headers(String token) {
        var headers = new StompHeaders();
        headers.set("Authorization", "Bearer " + token);
        return headers;
    }

    private static BlockingQueue<JsonNode> subscribe(
            org.springframework.messaging.simp.stomp.StompSession session, String destination) {
        var received = new LinkedBlockingQueue<JsonNode>();
        var subscription = session.subscribe(destination, new StompFrameHandler() {
            @Override
            public Type getPayloadType(StompHeaders headers) {
                return byte[].class;
            }

            @Override
            public void handleFrame(StompHeaders headers, @Nullable Object payload) {
                if (payload instanceof byte[] body) {
                    received.add(JSON.readTree(body));
                }
            }
        });
        assertThat(subscription.getSubscriptionId()).isNotNull();
        return received;
    }

    private static JsonNode next(BlockingQueue<JsonNode> received) throws InterruptedException {
        var next = received.poll(10, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    private static final class Lost extends StompSessionHandlerAdapter {

        private final CountDownLatch happened = new CountDownLatch(1);

        @Override
        public void handleTransportError(
                org.springframework.messaging.simp.stomp.StompSession session, Throwable failure) {
            if (failure instanceof ConnectionLostException) {
                happened.countDown();
            }
        }
    }
}
