package com.realtimeconnect.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real STOMP client on the JDK's WebSocket, as thin as can be: it sends what a test says, also what no good client would
 * send, and keeps what it is told in order. What was awaited once is not awaited again: each await takes the first frame
 * that fits and was not taken before.
 */
public final class StompTestClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration BEAT = Duration.ofSeconds(8);
    private static final ScheduledExecutorService HEART = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("test-heart").factory());

    private final WebSocket socket;
    private final Inbox inbox;
    private @Nullable Future<?> heart;

    private StompTestClient(WebSocket socket, Inbox inbox) {
        this.socket = socket;
        this.inbox = inbox;
    }

    /** A socket without CONNECT. */
    public static StompTestClient open(URI endpoint) {
        return open(endpoint, true, builder -> builder.subprotocols("v12.stomp"));
    }

    /** A socket whose handshake is as the test wants it. One that does not read takes in nothing until {@link #startReading}. */
    public static StompTestClient open(
            URI endpoint, boolean reading, Function<WebSocket.Builder, WebSocket.Builder> handshake) {
        var inbox = new Inbox(reading);
        var socket = join(handshake
                .apply(HTTP.newWebSocketBuilder().connectTimeout(PATIENCE))
                .buildAsync(endpoint, inbox));
        return new StompTestClient(socket, inbox);
    }

    /** A socket of whoever this token names, let in and with no subscription. */
    public static StompTestClient connect(URI endpoint, String token) {
        var client = open(endpoint);
        client.connect(token);
        client.awaitFrame("CONNECTED");
        return client;
    }

    /** As {@link #connect}, subscribed to its events and errors. The first event, {@code state}, is there to be awaited. */
    public static StompTestClient subscribed(URI endpoint, String token) {
        var client = connect(endpoint, token);
        client.subscribe("/user/queue/errors");
        client.subscribe("/user/queue/events");
        return client;
    }

    /** Where the WebSocket of a service on this machine is. */
    public static URI endpoint(int port, String path) {
        return URI.create("ws://localhost:" + port + path);
    }

    /** Sends CONNECT and does not wait for the answer. */
    public void connect(String token) {
        sendFrame(
                "CONNECT",
                Map.of("accept-version", "1.2", "host", "localhost", "Authorization", "Bearer " + token),
                "");
    }

    /** Subscribes and waits until that holds; answers the id of the subscription. */
    public String subscribe(String destination) {
        var id = "sub-" + UUID.randomUUID();
        var receipt = "receipt-" + id;
        sendFrame("SUBSCRIBE", Map.of("id", id, "destination", destination, "receipt", receipt), "");
        awaitReceipt(receipt);
        return id;
    }

    /** Sends a command and does not wait; a payload that is no text is written as JSON. */
    public void send(String destination, Object payload) {
        sendFrame("SEND", Map.of("destination", destination), json(payload));
    }

    /** Sends a command with a receipt header and answers the receipt's id. */
    public String sendWithReceipt(String destination, Object payload) {
        var receipt = UUID.randomUUID().toString();
        sendFrame("SEND", Map.of("destination", destination, "receipt", receipt), json(payload));
        return receipt;
    }

    /** Sends a command and waits until it has taken effect. */
    public void sendAndAwaitReceipt(String destination, Object payload) {
        awaitReceipt(sendWithReceipt(destination, payload));
    }

    /** Sends a command that must be refused, and answers the problem. */
    public JsonNode sendRefused(String destination, Object payload) {
        return awaitError(sendWithReceipt(destination, payload));
    }

    /** Sends heart-beats from now on, for who has to be there for longer than a server waits for somebody silent. */
    public StompTestClient beating() {
        heart = HEART.scheduleAtFixedRate(
                () -> sendText("\n"), BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    private void stopBeating() {
        if (heart != null) {
            heart.cancel(false);
        }
    }

    public void sendFrame(String command, Map<String, String> headers, String body) {
        var frame = new StringBuilder(command).append('\n');
        headers.forEach(
                (name, value) -> frame.append(name).append(':').append(value).append('\n'));
        sendText(frame.append('\n').append(body).append('\0').toString());
    }

    public synchronized void sendText(String raw) {
        try {
            join(socket.sendText(raw, true));
        } catch (AssertionError closed) {
            throw new AssertionError("Not sent; " + soFar(), closed);
        }
    }

    public synchronized void sendBinary(byte[] raw) {
        join(socket.sendBinary(ByteBuffer.wrap(raw), true));
    }

    /** The next event of this type: its {@code data}. */
    public JsonNode awaitEvent(String type) {
        return awaitEvent(type, data -> true);
    }

    /** The next event of this type whose data fit. */
    public JsonNode awaitEvent(String type, Predicate<JsonNode> fits) {
        var frame = await(
                "event " + type,
                candidate -> candidate.isEvent()
                        && candidate.json().path("type").asString().equals(type)
                        && fits.test(candidate.json().path("data")));
        return frame.json().path("data");
    }

    public void awaitReceipt(String receiptId) {
        await(
                "receipt " + receiptId,
                frame -> frame.command().equals("RECEIPT") && receiptId.equals(frame.header("receipt-id")));
    }

    /** The next problem on {@code /user/queue/errors}. */
    public JsonNode awaitError() {
        return await("a problem", Frame::isProblem).json();
    }

    /** The problem that answers this receipt. */
    public JsonNode awaitError(String receiptId) {
        return await(
                        "a problem for " + receiptId,
                        frame -> frame.isProblem() && receiptId.equals(frame.header("receipt-id")))
                .json();
    }

    public Frame awaitFrame(String command) {
        return await(command, frame -> frame.command().equals(command));
    }

    /** The code the server closes with. */
    public int awaitClose() {
        return awaitClose(PATIENCE);
    }

    public int awaitClose(Duration patience) {
        return await(inbox.closed, patience, "the close of the socket").code();
    }

    public String awaitCloseReason() {
        return await(inbox.closed, PATIENCE, "the close of the socket").reason();
    }

    public boolean isClosed() {
        return inbox.closed.isDone();
    }

    /** Every frame so far, in the order told; heart-beats are left out. */
    public List<Frame> frames() {
        return inbox.all();
    }

    /** The data of all events of this type so far, in order, each once however many subscriptions told it. */
    public List<JsonNode> events(String type) {
        var seen = new LinkedHashMap<String, JsonNode>();
        for (var frame : inbox.all()) {
            if (frame.isEvent() && frame.json().path("type").asString().equals(type)) {
                seen.putIfAbsent(
                        frame.json().path("id").asString(), frame.json().path("data"));
            }
        }
        return List.copyOf(seen.values());
    }

    /** Says that no event of this type came within the time; for what must not happen. */
    public void assertNoEvent(String type, Duration within) {
        Awaitility.await()
                .during(within)
                .atMost(within.plus(PATIENCE))
                .untilAsserted(() -> assertThat(events(type)).isEmpty());
    }

    /** How many heart-beats the server has sent. */
    public int heartbeats() {
        return inbox.heartbeats;
    }

    /** Lets a client that did not read take in what waits for it. */
    public void startReading() {
        inbox.reading = true;
        socket.request(1);
    }

    /** Ends the socket with no word to the server, as a lost network does. */
    public void drop() {
        stopBeating();
        socket.abort();
    }

    /** Says good-bye properly. */
    @Override
    public void close() {
        stopBeating();
        if (!socket.isOutputClosed()) {
            try {
                join(socket.sendClose(WebSocket.NORMAL_CLOSURE, ""));
            } catch (AssertionError gone) {
                socket.abort();
            }
        }
    }

    private Frame await(String what, Predicate<Frame> fits) {
        var found = new ArrayList<Frame>(1);
        try {
            Awaitility.await(what)
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> {
                        inbox.take(fits).ifPresent(found::add);
                        return !found.isEmpty();
                    });
        } catch (org.awaitility.core.ConditionTimeoutException late) {
            throw new AssertionError("Waited for " + what + " in vain; " + soFar(), late);
        }
        return found.getFirst();
    }

    private String soFar() {
        return "closed: " + inbox.closed.getNow(null) + "; told: " + inbox.all();
    }

    private static <T> T await(CompletableFuture<T> future, Duration patience, String what) {
        try {
            return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("Waited for " + what + " in vain", late);
        } catch (ExecutionException | InterruptedException failed) {
            throw new AssertionError("Failed while waiting for " + what, failed);
        }
    }

    private static <T> T join(CompletableFuture<T> future) {
        return await(future, PATIENCE, "the socket");
    }

    private static String json(Object payload) {
        return payload instanceof String text ? text : JSON.writeValueAsString(payload);
    }

    /** One frame from the server. */
    public record Frame(String command, Map<String, String> headers, String body) {

        public @Nullable String header(String name) {
            return headers.get(name);
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }

        boolean isEvent() {
            return command.equals("MESSAGE") && !isProblem();
        }

        boolean isProblem() {
            return command.equals("MESSAGE") && "/user/queue/errors".equals(headers.get("destination"));
        }

        static Frame parse(String text) {
            var headEnd = text.indexOf("\n\n");
            var lines = text.substring(0, headEnd).split("\n", -1);
            var headers = new LinkedHashMap<String, String>();
            for (int i = 1; i < lines.length; i++) {
                var colon = lines[i].indexOf(':');
                headers.putIfAbsent(lines[i].substring(0, colon), unescape(lines[i].substring(colon + 1)));
            }
            return new Frame(lines[0], headers, text.substring(headEnd + 2));
        }

        private static String unescape(String value) {
            return value.replace("\\c", ":")
                    .replace("\\n", "\n")
                    .replace("\\r", "\r")
                    .replace("\\\\", "\\");
        }
    }

    private record Farewell(int code, String reason) {}

    private static final class Inbox implements WebSocket.Listener {

        private final List<Frame> frames = new ArrayList<>();
        private final List<Frame> untaken = new ArrayList<>();
        private final CompletableFuture<Farewell> closed = new CompletableFuture<>();
        private final StringBuilder partial = new StringBuilder();
        private volatile boolean reading;
        private volatile int heartbeats;

        Inbox(boolean reading) {
            this.reading = reading;
        }

        synchronized List<Frame> all() {
            return List.copyOf(frames);
        }

        synchronized Optional<Frame> take(Predicate<Frame> fits) {
            var first = untaken.stream().filter(fits).findFirst();
            first.ifPresent(untaken::remove);
            return first;
        }

        @Override
        public void onOpen(WebSocket webSocket) {
            demand(webSocket);
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // written by the socket's own thread only
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            partial.append(data);
            var end = partial.indexOf("\0");
            while (end >= 0) {
                var frame = Frame.parse(partial.substring(0, end).stripLeading());
                synchronized (this) {
                    frames.add(frame);
                    untaken.add(frame);
                }
                partial.delete(0, end + 1);
                end = partial.indexOf("\0");
            }
            if (last && partial.toString().isBlank()) {
                heartbeats += partial.length();
                partial.setLength(0);
            }
            demand(webSocket);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            closed.complete(new Farewell(statusCode, reason));
            return null;
        }

        @Override
        public void onError(WebSocket webSocket, Throwable error) {
            closed.complete(new Farewell(1006, String.valueOf(error.getMessage())));
        }

        private void demand(WebSocket webSocket) {
            if (reading) {
                webSocket.request(1);
            }
        }
    }
}
