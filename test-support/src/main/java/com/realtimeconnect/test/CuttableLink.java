package com.realtimeconnect.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A TCP connection to a server on this machine that a test can cut, silence and mend. */
public final class CuttableLink implements AutoCloseable {

    private static final int PORTION = 8_192;

    private final ServerSocket entrance;
    private volatile int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition mended = lock.newCondition();
    private boolean silent;
    private volatile boolean cut;

    private CuttableLink(ServerSocket entrance, int target) {
        this.entrance = entrance;
        this.target = target;
    }

    public static CuttableLink to(int port) {
        try {
            var link = new CuttableLink(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
            Thread.ofVirtual().start(link::accept);
            return link;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Where those who connect from now on arrive. */
    public void leadTo(int port) {
        target = port;
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** Ends every connection, and every new one at once. */
    public void cut() {
        cut = true;
        sockets.forEach(CuttableLink::end);
        sockets.clear();
    }

    /** Keeps every connection, but nothing passes any more. */
    public void silence() {
        lock.lock();
        try {
            silent = true;
        } finally {
            lock.unlock();
        }
    }

    /** What was held back passes now. */
    public void mend() {
        cut = false;
        lock.lock();
        try {
            silent = false;
            mended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        mend();
        cut();
    }

    private void accept() {
        try {
            while (true) {
                join(entrance.accept());
            }
        } catch (IOException closed) {
            cut = true;
        }
    }

    private void join(Socket client) {
        sockets.add(client);
        if (cut) {
            end(client);
            return;
        }
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(server);
            Thread.ofVirtual().start(() -> pour(client, server));
            Thread.ofVirtual().start(() -> pour(server, client));
        } catch (IOException refused) {
            end(client);
        }
    }

    private void pour(Socket from, Socket to) {
        try (from;
                to) {
            var bytes = new byte[PORTION];
            for (var count = from.getInputStream().read(bytes); count >= 0; ) {
                awaitPassage();
                to.getOutputStream().write(bytes, 0, count);
                count = from.getInputStream().read(bytes);
            }
        } catch (IOException ended) {
            end(to);
        }
    }

    private void awaitPassage() {
        lock.lock();
        try {
            while (silent) {
                mended.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
