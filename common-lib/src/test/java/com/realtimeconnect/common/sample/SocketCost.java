package com.realtimeconnect.common.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.test.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What a socket and a relayed message cost, measured on a node in a JVM of its own that is bound to one core. No part of
 * the build, since its name is none of a test: it is asked for with {@code -Dtest=SocketCost}. Needs Linux.
 */
class SocketCost {

    private static final int SOCKETS = 4000;
    private static final int PAIRS = 200;
    private static final int WINDOW = 10;
    private static final int MESSAGES = 40_000;
    private static final int ROUNDS = 3;
    private static final List<String> ONE_CORE = List.of("taskset", "-c", "0");
    private static final List<String> JVM = List.of(
            "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xmx512m", "--enable-native-access=ALL-UNNAMED");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void residentBytesPerIdleSocket() throws IOException, InterruptedException {
        var costs = new ArrayList<Long>();
        for (int round = 0; round < ROUNDS; round++) {
            // A heap that grew once stays: only a fresh process tells what the sockets alone cost.
            try (var node = SampleProcess.start(ONE_CORE, JVM)) {
                costs.add(residentBytesPerIdleSocket(node));
            }
        }
        report("resident bytes per idle socket, " + SOCKETS + " sockets", costs);
    }

    private static long residentBytesPerIdleSocket(SampleProcess node) throws IOException, InterruptedException {
        var first = connect(node.endpoint(), 500);
        beat(first, Duration.ofSeconds(5));
        first.forEach(Peer::close);
        TimeUnit.SECONDS.sleep(8);
        var before = residentBytes(node.pid());
        var peers = connect(node.endpoint(), SOCKETS);
        beat(peers, Duration.ofSeconds(15));
        var after = residentBytes(node.pid());
        assertThat(peers).noneMatch(peer -> peer.socket().isInputClosed());
        peers.forEach(Peer::close);
        return (after - before) / SOCKETS;
    }

    @Test
    void processorTimePerRelayedMessage() throws IOException, InterruptedException {
        try (var node = SampleProcess.start(ONE_CORE, JVM, "connect.stomp.frames-burst=1000000000")) {
            var senders = connect(node.endpoint(), PAIRS);
            var receivers = connect(node.endpoint(), PAIRS);
            for (int warmUp = 0; warmUp < 5; warmUp++) {
                relay(senders, receivers);
            }
            var costs = new ArrayList<Long>();
            for (int round = 0; round < ROUNDS; round++) {
                var before = processorMicros(node.pid());
                relay(senders, receivers);
                costs.add((processorMicros(node.pid()) - before) / MESSAGES);
            }
            report("processor µs per relayed message, " + PAIRS + " pairs on one node", costs);
        }
    }

    @Test
    void processorTimePerMessageRelayedAcrossNodes() throws IOException, InterruptedException {
        try (var here = SampleProcess.start(ONE_CORE, JVM, "connect.stomp.frames-burst=1000000000");
                var there = SampleProcess.start(ONE_CORE, JVM, "connect.stomp.frames-burst=1000000000")) {
            var senders = connect(here.endpoint(), PAIRS);
            var receivers = connect(there.endpoint(), PAIRS);
            for (int warmUp = 0; warmUp < 5; warmUp++) {
                relay(senders, receivers);
            }
            var costs = new ArrayList<Long>();
            for (int round = 0; round < ROUNDS; round++) {
                var before = processorMicros(here.pid()) + processorMicros(there.pid());
                relay(senders, receivers);
                costs.add((processorMicros(here.pid()) + processorMicros(there.pid()) - before) / MESSAGES);
            }
            report("processor µs per message relayed across nodes, both nodes together", costs);
        }
    }

    private static List<Peer> connect(URI endpoint, int count) throws InterruptedException {
        var peers = new ArrayList<Peer>(count);
        for (int i = 0; i < count; i++) {
            peers.add(Peer.connect(endpoint));
            if (i % 500 == 499) {
                peers.forEach(peer -> peer.send("\n"));
            }
        }
        for (var peer : peers) {
            assertThat(peer.ready.await(30, TimeUnit.SECONDS)).isTrue();
        }
        return peers;
    }

    /** As idle clients do: a line feed every ten seconds. */
    private static void beat(List<Peer> peers, Duration time) throws InterruptedException {
        var end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            peers.forEach(peer -> peer.send("\n"));
            TimeUnit.SECONDS.sleep(5);
        }
    }

    /** Each sender has a few messages on their way to its receiver, until all are there. */
    private static void relay(List<Peer> senders, List<Peer> receivers) throws InterruptedException {
        receivers.forEach(receiver -> receiver.send("\n"));
        var each = MESSAGES / PAIRS;
        var threads = IntStream.range(0, PAIRS)
                .mapToObj(pair -> Thread.ofVirtual().start(() -> {
                    var receiver = receivers.get(pair);
                    for (int i = 0; i < each; i++) {
                        acquire(receiver.window, 1);
                        senders.get(pair).send(signal(receiver.userId));
                    }
                    acquire(receiver.window, WINDOW);
                    receiver.window.release(WINDOW);
                }))
                .toList();
        for (var thread : threads) {
            thread.join();
        }
    }

    private static void acquire(Semaphore window, int permits) {
        try {
            assertThat(window.tryAcquire(permits, 60, TimeUnit.SECONDS))
                    .as("every message arrives")
                    .isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String signal(UUID to) {
        return "SEND\ndestination:/app/signal\n\n{\"to\":\"" + to
                + "\",\"interactionId\":\"01a205ee-4916-7e4b-809b-b13628a2f480\",\"negotiationId\":1,"
                + "\"candidate\":\"candidate:842163049 1 udp 1677729535 203.0.113.7 46154 typ srflx raddr 0.0.0.0"
                + " rport 0 generation 0 ufrag EEtu network-cost 999\",\"sdpMid\":\"0\",\"sdpMLineIndex\":0}\0";
    }

    private static long residentBytes(long pid) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        for (int i = 0; i < 2; i++) {
            var collected = new ProcessBuilder(jcmd, Long.toString(pid), "GC.run")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            assertThat(collected).isZero();
        }
        for (var line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            if (line.startsWith("Rss:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        throw new IllegalStateException("The kernel does not tell");
    }

    private static long processorMicros(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10_000;
    }

    private static void report(String what, List<Long> rounds) {
        var sorted = rounds.stream().sorted().toList();
        System.out.printf(
                "COST %s: min %d, median %d, max %d (%d rounds)%n",
                what, sorted.getFirst(), sorted.get(sorted.size() / 2), sorted.getLast(), sorted.size());
    }

    private static final class Peer implements WebSocket.Listener {

        private final UUID userId = UUID.randomUUID();
        private final CountDownLatch ready = new CountDownLatch(1);
        private final Semaphore window = new Semaphore(WINDOW);
        private final StringBuilder message = new StringBuilder();
        private @Nullable WebSocket socket;

        static Peer connect(URI endpoint) {
            var peer = new Peer();
            var socket = HTTP.newWebSocketBuilder()
                    .subprotocols("v12.stomp")
                    .buildAsync(endpoint, peer)
                    .join();
            peer.socket = socket;
            peer.send("CONNECT\naccept-version:1.2\nheart-beat:10000,10000\nAuthorization:Bearer "
                    + TestTokens.person(peer.userId, "female") + "\n\n\0"
                    + "SUBSCRIBE\nid:e\ndestination:/user/queue/errors\n\n\0"
                    + "SUBSCRIBE\nid:m\ndestination:/user/queue/events\nreceipt:ready\n\n\0");
            return peer;
        }

        WebSocket socket() {
            return Objects.requireNonNull(socket);
        }

        void send(String text) {
            socket().sendText(text, true).join();
        }

        void close() {
            socket().abort();
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            message.append(data);
            webSocket.request(1);
            if (!last) {
                return null;
            }
            var text = message.toString();
            message.setLength(0);
            if (text.contains("\"signaled\"")) {
                window.release();
            } else if (text.startsWith("RECEIPT")) {
                ready.countDown();
            }
            return null;
        }
    }
}
