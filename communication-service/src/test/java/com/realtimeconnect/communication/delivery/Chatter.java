package com.realtimeconnect.communication.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.communication.ChatApi;
import com.realtimeconnect.communication.Couple;
import com.realtimeconnect.test.StompTestClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * A person who writes and reads while the socket is cut again and again. Each time they come back to any node, say what
 * they have, and send again what was not confirmed. They accept nothing but the message after the last.
 */
final class Chatter implements Runnable {

    private static final int UNCONFIRMED_AT_MOST = 20;
    private static final long PAUSE_NANOS = 1_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String name;
    private final Couple couple;
    private final String token;
    private final List<ChatApi> nodes;
    private final int toSend;
    private final int toRead;
    private final SplittableRandom random;

    private final SequencedSet<String> unconfirmed = new LinkedHashSet<>();
    private final List<JsonNode> read = new ArrayList<>();
    private final long givesUpAt = System.nanoTime() + PATIENCE.toNanos();
    private int sent;
    private int cuts;

    Chatter(String name, Couple couple, String token, List<ChatApi> nodes, int toSend, int toRead) {
        this.name = name;
        this.couple = couple;
        this.token = token;
        this.nodes = nodes;
        this.toSend = toSend;
        this.toRead = toRead;
        this.random = new SplittableRandom(name.hashCode());
    }

    /** What they were told, in order. */
    List<JsonNode> read() {
        return read;
    }

    int cuts() {
        return cuts;
    }

    @Override
    public void run() {
        while (!isDone()) {
            var client = nodes.get(random.nextInt(nodes.size())).connect(token);
            chat(client, 20 + random.nextInt(200));
            client.drop();
            cuts++;
        }
    }

    /** Chats over one socket until so many frames have come. */
    private void chat(StompTestClient client, int frames) {
        client.send(couple.app("resume"), Map.of("afterSeq", read.size()));
        unconfirmed.forEach(id -> send(client, id));
        var seen = 0;
        while (!isDone() && seen < frames) {
            var all = client.frames();
            all.subList(seen, all.size()).forEach(this::take);
            seen = all.size();
            while (sent < toSend && unconfirmed.size() < UNCONFIRMED_AT_MOST) {
                var id = name + " " + sent++;
                unconfirmed.add(id);
                send(client, id);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void send(StompTestClient client, String body) {
        client.sendFrame(
                "SEND",
                Map.of("destination", couple.app("send"), "receipt", body),
                "{\"clientMessageId\":\"%s\",\"body\":\"%s\"}".formatted(body.replace(' ', '-'), body));
    }

    private void take(StompTestClient.Frame frame) {
        var receipt = frame.header("receipt-id");
        if (frame.command().equals("RECEIPT") && receipt != null) {
            unconfirmed.remove(receipt);
        } else if (frame.command().equals("MESSAGE")) {
            assertThat(receipt).as("refused: %s", frame.body()).isNull();
            var event = frame.json();
            if (event.path("type").asString().equals("message")) {
                var message = event.path("data");
                assertThat(message.path("seq").asLong()).isEqualTo(read.size() + 1);
                read.add(message);
            }
        }
    }

    private boolean isDone() {
        assertThat(System.nanoTime() - givesUpAt)
                .as("%s has read %s messages", name, read.size())
                .isNegative();
        return sent == toSend && unconfirmed.isEmpty() && read.size() == toRead;
    }
}
