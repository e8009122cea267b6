package com.realtimeconnect.load.scenario;

import com.realtimeconnect.load.measure.Await;
import com.realtimeconnect.load.measure.Latencies;
import com.realtimeconnect.load.people.Account;
import com.realtimeconnect.load.socket.Message;
import com.realtimeconnect.load.socket.Peer;
import com.realtimeconnect.load.socket.PeerListener;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** People who open their sockets as fast as the server lets them, some at a time. */
final class Arrival implements PeerListener {

    private static final int AT_ONCE = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Ground ground;
    private final List<Account> accounts;
    private final URI address;
    private final List<Peer> peers = new ArrayList<>();
    private final Map<Peer, Long> openedAt = new HashMap<>();
    private final Latencies latencies = new Latencies();
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private String lastWords = "";

    private Arrival(Ground ground, List<Account> accounts, URI address) {
        this.ground = ground;
        this.accounts = accounts;
        this.address = address;
    }

    /** Opens a socket for each, in this order, and waits until all are served. */
    static Arrival of(Ground ground, List<Account> accounts, URI address) {
        var arrival = new Arrival(ground, accounts, address);
        arrival.open();
        return arrival;
    }

    private void open() {
        ground.swarm().run(() -> {
            for (var i = 0; i < AT_ONCE; i++) {
                next();
            }
        });
        var before = -1;
        while (answered() < accounts.size() && answered() != before) {
            before = answered();
            var seen = before;
            Await.until(PATIENCE, () -> answered() > seen || answered() == accounts.size());
        }
    }

    private int answered() {
        return served.get() + refused.get();
    }

    private void next() {
        if (peers.size() < accounts.size()) {
            var peer = ground.swarm().open(accounts.get(peers.size()), address, this);
            openedAt.put(peer, System.nanoTime());
            peers.add(peer);
        }
    }

    @Override
    public void ready(Peer peer) {
        var since = openedAt.remove(peer);
        if (since != null) {
            latencies.record(System.nanoTime() - since);
            served.incrementAndGet();
            next();
        }
    }

    @Override
    public void message(Peer peer, Message message) {
        if (message.isError()) {
            lastWords = message.toString();
        }
    }

    @Override
    public void closed(Peer peer, int code) {
        if (openedAt.remove(peer) != null) {
            refused.incrementAndGet();
            lastWords = lastWords.isEmpty() ? "close code " + code : lastWords;
            next();
        }
    }

    /** All of them. @throws IllegalStateException if somebody was not served */
    List<Peer> peers() {
        if (served.get() != accounts.size()) {
            throw new IllegalStateException("%d of %d sockets to %s were served, %d refused; %s"
                    .formatted(served.get(), accounts.size(), address, refused.get(), lastWords));
        }
        return peers;
    }

    /** From the first packet until served. */
    Latencies latencies() {
        return latencies;
    }
}
