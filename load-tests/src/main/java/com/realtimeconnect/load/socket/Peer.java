package com.realtimeconnect.load.socket;

import com.realtimeconnect.load.people.Account;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One socket of one person. Everything but the questions is for the thread of the swarm. */
public final class Peer {

    private static final int NO_STATUS = 1006;

    private final Account account;
    private final URI address;
    private PeerListener listener;
    private final ByteBuffer output;
    private final SocketChannel channel;
    private final WebSocketReader reader = new WebSocketReader();
    private @Nullable ArrayDeque<ByteBuffer> waiting;
    private @Nullable SelectionKey key;
    private volatile boolean ready;
    private volatile boolean closed;
    private int closeCode = NO_STATUS;
    private long sentAt;
    int place;

    Peer(Account account, URI address, PeerListener listener, ByteBuffer output) throws IOException {
        this.account = account;
        this.address = address;
        this.listener = listener;
        this.output = output;
        channel = SocketChannel.open();
    }

    public Account account() {
        return account;
    }

    /** Whether it is served. */
    public boolean isReady() {
        return ready && !closed;
    }

    public boolean isClosed() {
        return closed;
    }

    /** From now on this is told what comes. */
    public void listen(PeerListener other) {
        listener = other;
    }

    SocketChannel channel() {
        return channel;
    }

    void registered(SelectionKey selectionKey) {
        key = selectionKey;
    }

    boolean isSilentSince(long nanos) {
        return ready && sentAt < nanos;
    }

    void connected() throws IOException {
        channel.finishConnect();
        Objects.requireNonNull(key).interestOps(SelectionKey.OP_READ);
        write(ClientFrames.upgrade(address));
    }

    /** Sends these octets, or keeps them until the other side takes more. */
    public void send(byte[] frame) {
        if (closed) {
            return;
        }
        try {
            write(frame);
        } catch (IOException gone) {
            cut();
        }
    }

    private void write(byte[] frame) throws IOException {
        sentAt = System.nanoTime();
        if (waiting != null) {
            waiting.add(ByteBuffer.wrap(frame.clone()));
            return;
        }
        output.clear();
        output.put(frame).flip();
        channel.write(output);
        if (output.hasRemaining()) {
            var rest = ByteBuffer.allocate(output.remaining());
            rest.put(output).flip();
            waiting = new ArrayDeque<>();
            waiting.add(rest);
            Objects.requireNonNull(key).interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        }
    }

    void writable() throws IOException {
        var queue = waiting;
        while (queue != null && !queue.isEmpty()) {
            channel.write(queue.element());
            if (queue.element().hasRemaining()) {
                return;
            }
            queue.remove();
        }
        waiting = null;
        Objects.requireNonNull(key).interestOps(SelectionKey.OP_READ);
    }

    /**
     * @param octets what the buffer writes to
     * @return whether the other side is still there
     */
    boolean readable(ByteBuffer input, byte[] octets, Message message) throws IOException {
        while (true) {
            input.clear();
            var count = channel.read(input);
            if (count < 0) {
                return false;
            }
            if (count > 0 && !reader.read(this, octets, count, message)) {
                return false;
            }
            if (count < input.capacity()) {
                return true;
            }
        }
    }

    void upgraded() throws IOException {
        write(ClientFrames.opening(account.token()));
    }

    void pinged() throws IOException {
        write(ClientFrames.pong());
    }

    void closing(int code) {
        closeCode = code;
    }

    void received(Message message) {
        if (!ready && !message.isError()) {
            if (message.is(EventTypes.STATE)) {
                ready = true;
                listener.ready(this);
            }
            return;
        }
        listener.message(this, message);
    }

    /** Ends it without a goodbye, as a lost network does. */
    public void cut() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            closeCode = NO_STATUS;
        }
        listener.closed(this, closeCode);
    }
}
