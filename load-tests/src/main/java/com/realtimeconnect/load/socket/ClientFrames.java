package com.realtimeconnect.load.socket;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What a client sends, as the octets that go over the wire. */
public final class ClientFrames {

    /** A line feed: all that a heart-beat is. */
    static final byte[] HEART_BEAT = text("\n");

    private static final int FINAL_TEXT = 0x81;
    private static final int MASKED = 0x80;
    private static final int TWO_OCTETS = 126;
    private static final int LONGEST_SHORT = 125;
    private static final int LONGEST = 0xFFFF;
    private static final int MASK_OCTETS = 4;

    private ClientFrames() {}

    /**
     * A WebSocket text message of one frame (RFC 6455, 5.2). Its mask is all zeros, which is a mask like any other to the
     * server and spares this one core the work of applying it.
     */
    public static byte[] text(String text) {
        var payload = text.getBytes(StandardCharsets.UTF_8);
        if (payload.length > LONGEST) {
            throw new IllegalArgumentException("Nothing that is sent here is so long");
        }
        var extended = payload.length > LONGEST_SHORT;
        var head = (extended ? 4 : 2) + MASK_OCTETS;
        var frame = new byte[head + payload.length];
        frame[0] = (byte) FINAL_TEXT;
        if (extended) {
            frame[1] = (byte) (MASKED | TWO_OCTETS);
            frame[2] = (byte) (payload.length >> 8);
            frame[3] = (byte) payload.length;
        } else {
            frame[1] = (byte) (MASKED | payload.length);
        }
        System.arraycopy(payload, 0, frame, head, payload.length);
        return frame;
    }

    public static byte[] send(String destination, String body) {
        return text("SEND\ndestination:" + destination + "\n\n" + body + "\0");
    }

    /** The same, to be answered by a RECEIPT of this name. */
    public static byte[] send(String destination, String receipt, String body) {
        return text("SEND\ndestination:" + destination + "\nreceipt:" + receipt + "\n\n" + body + "\0");
    }

    /** A pong with nothing in it. */
    static byte[] pong() {
        return new byte[] {(byte) 0x8A, (byte) MASKED, 0, 0, 0, 0};
    }

    static byte[] upgrade(URI address) {
        return ("GET " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getHost() + ":" + address.getPort()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
                        + "\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: v12.stomp\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** CONNECT and both subscriptions at once; the answers come in this order. */
    static byte[] opening(String token) {
        return text("CONNECT\naccept-version:1.2\nhost:localhost\nheart-beat:10000,10000\nAuthorization:Bearer " + token
                + "\n\n\0SUBSCRIBE\nid:x\ndestination:/user/queue/errors\n\n\0"
                + "SUBSCRIBE\nid:e\ndestination:/user/queue/events\n\n\0");
    }
}
