package com.realtimeconnect.localstack.client;

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
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One STOMP connection of a person. Everything that arrives is kept until somebody asks for it, so that nothing depends on
 * asking early enough.
 */
public final class StompSocket implements AutoCloseable {

    /** How long a service may take for anything that it does at once. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int HEART_BEAT_SECONDS = 8;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI address;
    private final Inbox inbox = new Inbox();
    private final AtomicInteger subscriptions = new AtomicInteger();
    private final AtomicInteger receipts = new AtomicInteger();
    private final WebSocket webSocket;
    private final ScheduledFuture<?> heart;

    private StompSocket(HttpClient http, ScheduledExecutorService clockwork, URI address) {
        this.address = address;
        try {
            webSocket = http.newWebSocketBuilder()
                    .subprotocols("v12.stomp")
                    .connectTimeout(PATIENCE)
                    .buildAsync(address, inbox)
                    .join();
        } catch (CompletionException refused) {
            throw new IllegalStateException("No WebSocket to " + address + ": " + refused.getCause(), refused);
        }
        heart = clockwork.scheduleAtFixedRate(this::beat, HEART_BEAT_SECONDS, HEART_BEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** Connects as whoever the token names, and listens to that person's events and errors. */
    static StompSocket open(HttpClient http, ScheduledExecutorService clockwork, URI address, String token) {
        var socket = new StompSocket(http, clockwork, address);
        var connect = new LinkedHashMap<String, String>();
        connect.put("accept-version", "1.2");
        connect.put("host", address.getHost());
        connect.put("heart-beat", "10000,10000");
        // The protocol forbids escapes in CONNECT; the token and the rest have no character that would want one.
        connect.put("Authorization", "Bearer " + token);
        socket.transmit(StompFrame.of("CONNECT", connect));
        socket.inbox.awaitFrame(
                "CONNECTED to " + address, frame -> frame.command().equals("CONNECTED"));
        socket.subscribe("/user/queue/errors");
        socket.subscribe("/user/queue/events");
        return socket;
    }

    public void subscribe(String destination) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("id", "sub-" + subscriptions.incrementAndGet());
        headers.put("destination", destination);
        transmit(StompFrame.of("SUBSCRIBE", headers));
    }

    /** Sends a command and waits until it has taken effect. */
    public void send(String destination, Object payload) {
        var receipt = "receipt-" + receipts.incrementAndGet();
        transmit(message(destination, payload, Map.of("receipt", receipt)));
        var answer =
                inbox.awaitFrame("a receipt of " + destination, frame -> receipt.equals(frame.header("receipt-id")));
        if (answer.command().equals("MESSAGE")) {
            throw new RefusedException(destination, JSON.readTree(answer.body()));
        }
    }

    /** Sends a command and waits for nothing. */
    public void sendAndForget(String destination, Object payload) {
        transmit(message(destination, payload, Map.of()));
    }

    private static StompFrame message(String destination, Object payload, Map<String, String> more) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("destination", destination);
        headers.put("content-type", "application/json");
        headers.putAll(more);
        return new StompFrame("SEND", headers, JSON.writeValueAsString(payload));
    }

    /** The next event of this type that nobody has asked for yet. */
    public Event await(String type) {
        return await(type, event -> true, PATIENCE);
    }

    public Event await(String type, Predicate<Event> wanted, Duration patience) {
        return inbox.awaitEvent(type, wanted, patience);
    }

    /** All events of this type that have arrived and that nobody has asked for. */
    public List<Event> unasked(String type) {
        return inbox.unasked(type);
    }

    /** The code with which the other side closed, if it did. */
    public OptionalInt closeCode() {
        return inbox.closeCode();
    }

    /** Waits until the other side closes. */
    public int awaitClose(Duration patience) {
        return inbox.awaitClose(patience);
    }

    /** Ends the connection as a lost network does, without a farewell. */
    public void cut() {
        heart.cancel(false);
        webSocket.abort();
    }

    @Override
    public void close() {
        heart.cancel(false);
        if (!webSocket.isOutputClosed() && closeCode().isEmpty()) {
            try {
                webSocket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
            } catch (CompletionException alreadyGone) {
                webSocket.abort();
            }
        }
    }

    private void beat() {
        try {
            write("\n");
        } catch (IllegalStateException gone) {
            heart.cancel(false);
        }
    }

    private void transmit(StompFrame frame) {
        write(frame.toText());
    }

    /** One writer at a time: the WebSocket refuses a second text before the first is out. */
    private synchronized void write(String text) {
        try {
            webSocket.sendText(text, true).join();
        } catch (CompletionException gone) {
            throw new IllegalStateException(
                    "The socket to " + address + " is gone, close code " + closeCode(), gone.getCause());
        }
    }

    /** What has arrived. */
    private static final class Inbox implements WebSocket.Listener {

        private final StringBuilder partial = new StringBuilder();
        private final List<Event> events = new ArrayList<>();
        private final List<StompFrame> frames = new ArrayList<>();
        private @Nullable Integer closeCode;

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                var text = partial.toString();
                partial.setLength(0);
                receive(text);
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed(code);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed(1006);
        }

        private synchronized void receive(String text) {
            var frameText = text.stripLeading();
            if (frameText.isEmpty()) {
                return;
            }
            var frame = StompFrame.parse(frameText);
            if (frame.command().equals("MESSAGE") && !isError(frame)) {
                events.add(Event.from(JSON.readTree(frame.body())));
            } else {
                frames.add(frame);
            }
            notifyAll();
        }

        private static boolean isError(StompFrame frame) {
            return "/user/queue/errors".equals(frame.header("destination"));
        }

        private synchronized void closed(int code) {
            if (closeCode == null) {
                closeCode = code;
            }
            notifyAll();
        }

        synchronized StompFrame awaitFrame(String what, Predicate<StompFrame> wanted) {
            return await(what, frames, wanted, PATIENCE);
        }

        synchronized Event awaitEvent(String type, Predicate<Event> wanted, Duration patience) {
            return await(
                    "the event " + type, events, event -> event.type().equals(type) && wanted.test(event), patience);
        }

        private <T> T await(String what, List<T> arrived, Predicate<T> wanted, Duration patience) {
            var deadline = System.nanoTime() + patience.toNanos();
            while (true) {
                for (var candidate : List.copyOf(arrived)) {
                    if (wanted.test(candidate)) {
                        arrived.remove(candidate);
                        return candidate;
                    }
                }
                if (closeCode != null) {
                    throw new IllegalStateException(
                            "The socket was closed with " + closeCode + " while waiting for " + what + lastWords());
                }
                pause(what, deadline);
            }
        }

        /** What an ERROR frame or a problem said, for a person who has to find out what went wrong. */
        private String lastWords() {
            return frames.isEmpty() ? "" : "; last heard: " + frames.getLast().body();
        }

        private void pause(String what, long deadline) {
            var left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new IllegalStateException("Waited in vain for " + what + "; unasked events: "
                        + events.stream().map(Event::type).toList() + lastWords());
            }
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while waiting for " + what, interrupted);
            }
        }

        synchronized List<Event> unasked(String type) {
            return events.stream().filter(event -> event.type().equals(type)).toList();
        }

        synchronized OptionalInt closeCode() {
            return Optional.ofNullable(closeCode).map(OptionalInt::of).orElseGet(OptionalInt::empty);
        }

        synchronized int awaitClose(Duration patience) {
            var deadline = System.nanoTime() + patience.toNanos();
            while (closeCode == null) {
                pause("the close of the socket", deadline);
            }
            return closeCode;
        }
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }
}
