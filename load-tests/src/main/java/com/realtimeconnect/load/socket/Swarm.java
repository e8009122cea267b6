package com.realtimeconnect.load.socket;

import com.realtimeconnect.load.people.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * All sockets of the generator, driven by one thread: it reads what has come, sends what is due, and keeps the heart-beats.
 * While something is paced it never sleeps, so that a message leaves when it should.
 */
public final class Swarm implements AutoCloseable {

    private static final long BEAT_AFTER = TimeUnit.SECONDS.toNanos(8);
    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LOOKS_IN_A_ROUND = 20;
    private static final long LONGEST_REST_MILLIS = 20;
    private static final long SHORTEST_REST = TimeUnit.MILLISECONDS.toNanos(2);

    /** Whoever ends a socket need not be told. */
    private static final PeerListener NOBODY = new PeerListener() {};

    private final Selector selector;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final List<Peer> peers = new ArrayList<>();
    private final byte[] octets = new byte[128 * 1024];
    private final ByteBuffer input = ByteBuffer.wrap(octets);
    private final ByteBuffer output = ByteBuffer.allocateDirect(128 * 1024);
    private final Message message = new Message();
    private final Thread thread;
    private Pacer pacer = Pacer.IDLE;
    private long nextLook;
    private int look;
    private volatile boolean closing;

    private Swarm() throws IOException {
        selector = Selector.open();
        thread = Thread.ofPlatform().daemon().name("swarm").unstarted(this::work);
    }

    public static Swarm start() {
        try {
            var swarm = new Swarm();
            swarm.thread.start();
            return swarm;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Has this done by the thread of the swarm, soon. */
    public void run(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    /** The same, and waits for what comes of it. */
    public <T> T ask(Callable<T> question) {
        var answer = new CompletableFuture<T>();
        run(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception broken) {
                answer.completeExceptionally(broken);
            }
        });
        return answer.join();
    }

    /** From now on this says what is due. */
    public void pace(Pacer next) {
        run(() -> pacer = next);
    }

    /** Opens a socket; for the thread of the swarm. */
    public Peer open(Account account, URI address, PeerListener listener) {
        try {
            var peer = new Peer(account, address, listener, output);
            var channel = peer.channel();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()));
            peer.registered(channel.register(selector, SelectionKey.OP_CONNECT, peer));
            peer.place = peers.size();
            peers.add(peer);
            return peer;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void work() {
        try {
            while (!closing) {
                for (var task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
                var now = System.nanoTime();
                var rest = pacer.run(now);
                if (now - nextLook >= 0) {
                    beat(now);
                }
                if (rest > SHORTEST_REST) {
                    var millis = Math.min(TimeUnit.NANOSECONDS.toMillis(rest) - 1, LONGEST_REST_MILLIS);
                    selector.select(this::serve, Math.max(1, millis));
                } else {
                    selector.selectNow(this::serve);
                }
            }
            List.copyOf(peers).forEach(this::remove);
            selector.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void serve(SelectionKey key) {
        var peer = (Peer) key.attachment();
        try {
            if (key.isConnectable()) {
                peer.connected();
            } else {
                if (key.isWritable()) {
                    peer.writable();
                }
                if (key.isReadable() && !peer.readable(input, octets, message)) {
                    remove(peer);
                }
            }
        } catch (IOException | java.nio.channels.CancelledKeyException gone) {
            remove(peer);
        }
    }

    private void remove(Peer peer) {
        peer.cut();
        forget(peer);
    }

    private void forget(Peer peer) {
        if (peer.place >= 0) {
            var last = peers.removeLast();
            if (last != peer) {
                peers.set(peer.place, last);
                last.place = peer.place;
            }
            peer.place = -1;
        }
    }

    /** One peer in twenty at each look, so that heart-beats never come in a rush. */
    private void beat(long now) {
        nextLook = now + LOOK_EVERY;
        look++;
        for (var i = (int) (look % LOOKS_IN_A_ROUND); i < peers.size(); i += (int) LOOKS_IN_A_ROUND) {
            var peer = peers.get(i);
            if (peer.isClosed()) {
                forget(peer);
            } else if (peer.isSilentSince(now - BEAT_AFTER)) {
                peer.send(ClientFrames.HEART_BEAT);
            }
        }
    }

    /** Ends these sockets, all at once and without a goodbye. */
    public void cut(List<Peer> gone) {
        ask(() -> {
            for (var peer : gone) {
                peer.listen(NOBODY);
                remove(peer);
            }
            return gone.size();
        });
    }

    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
