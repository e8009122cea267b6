package com.realtimeconnect.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** TCP ports of this machine. */
public final class Ports {

    private static final int LOWEST = 20_000;
    private static final int BLOCKS = 311;
    private static final int BLOCK_SIZE = 40;
    private static final int BLOCK = (int) (ProcessHandle.current().pid() % BLOCKS);
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Ports() {}

    /**
     * A port that nobody listens on. It lies below those that systems give to outgoing connections, which would take it
     * before it is used, and in a block that no process started at about the same time chooses from.
     */
    public static int anyFree() {
        for (var tries = 0; tries < BLOCK_SIZE; tries++) {
            var port = LOWEST + BLOCK * BLOCK_SIZE + NEXT.getAndIncrement() % BLOCK_SIZE;
            if (isFree(port)) {
                return port;
            }
        }
        throw new StackException("This machine has no free port");
    }

    static boolean isFree(int port) {
        if (answers(port)) {
            return false;
        }
        try (var socket = new ServerSocket()) {
            // As the servers themselves do it: connections of a server that has just ended do not count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Whether somebody listens there. */
    static boolean answers(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** Says in one message which of the ports are taken, and with which settings they can be moved. */
    static void requireFree(Map<String, Integer> portsBySetting) {
        var taken = portsBySetting.entrySet().stream()
                .filter(wanted -> !isFree(wanted.getValue()))
                .map(wanted -> "  port " + wanted.getValue() + " is taken; choose another with --set " + wanted.getKey()
                        + "=…")
                .sorted()
                .toList();
        if (!taken.isEmpty()) {
            throw new StackException("Nothing was started:\n" + String.join("\n", taken));
        }
    }
}
