package com.realtimeconnect.load.socket;

import java.io.IOException;
import java.util.Arrays;

/** Cuts what one server sends into WebSocket messages, and those into STOMP frames. */
final class WebSocketReader {

    private static final byte[] NOTHING = {};
    private static final byte[] SWITCHING = EventTypes.octets("HTTP/1.1 101");
    private static final int OPCODE = 0x0F;
    private static final int FINAL = 0x80;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int NO_CODE = 1005;
    private static final int TWO_OCTETS = 126;
    private static final int EIGHT_OCTETS = 127;

    private byte[] kept = NOTHING;
    private byte[] partial = NOTHING;
    private boolean upgraded;

    /** @return false if the connection is over */
    boolean read(Peer peer, byte[] fresh, int count, Message message) throws IOException {
        var octets = fresh;
        var length = count;
        if (kept.length > 0) {
            octets = Arrays.copyOf(kept, kept.length + count);
            System.arraycopy(fresh, 0, octets, kept.length, count);
            length = octets.length;
            kept = NOTHING;
        }
        var at = 0;
        if (!upgraded) {
            at = readUpgrade(peer, octets, length);
        }
        while (upgraded && at < length) {
            var end = readFrame(peer, octets, at, length, message);
            if (end == 0) {
                break;
            }
            if (end < 0) {
                return false;
            }
            at = end;
        }
        if (at < length) {
            kept = Arrays.copyOfRange(octets, at, length);
        }
        return true;
    }

    private int readUpgrade(Peer peer, byte[] octets, int length) throws IOException {
        for (var at = 3; at < length; at++) {
            if (octets[at] == '\n' && octets[at - 2] == '\n') {
                if (!Arrays.equals(octets, 0, SWITCHING.length, SWITCHING, 0, SWITCHING.length)) {
                    throw new IOException(
                            "No upgrade: " + new String(octets, 0, 12, java.nio.charset.StandardCharsets.US_ASCII));
                }
                upgraded = true;
                peer.upgraded();
                return at + 1;
            }
        }
        return 0;
    }

    /** @return where the frame ends, 0 if not all of it is there yet, -1 after a close */
    private int readFrame(Peer peer, byte[] octets, int at, int length, Message message) throws IOException {
        if (length - at < 2) {
            return 0;
        }
        var size = octets[at + 1] & 0x7F;
        var start = at + 2;
        if (size == TWO_OCTETS) {
            if (length - at < 4) {
                return 0;
            }
            size = shortAt(octets, at + 2);
            start = at + 4;
        } else if (size == EIGHT_OCTETS) {
            throw new IOException("A frame of more than 64 KiB");
        }
        var end = start + size;
        if (end > length) {
            return 0;
        }
        return act(peer, octets, at, start, end, message) ? end : -1;
    }

    private static int shortAt(byte[] octets, int at) {
        return (octets[at] & 0xFF) << 8 | (octets[at + 1] & 0xFF);
    }

    private boolean act(Peer peer, byte[] octets, int at, int start, int end, Message message) throws IOException {
        var opcode = octets[at] & OPCODE;
        var isFinal = (octets[at] & FINAL) != 0;
        if (opcode == CLOSE) {
            peer.closing(end - start >= 2 ? shortAt(octets, start) : NO_CODE);
            return false;
        }
        if (opcode == PING) {
            peer.pinged();
        } else if (opcode <= TEXT && isFinal && partial.length == 0) {
            readText(peer, octets, start, end, message);
        } else if (opcode <= TEXT) {
            var size = partial.length;
            partial = Arrays.copyOf(partial, size + end - start);
            System.arraycopy(octets, start, partial, size, end - start);
            if (isFinal) {
                var whole = partial;
                partial = NOTHING;
                readText(peer, whole, 0, whole.length, message);
            }
        }
        return true;
    }

    private static void readText(Peer peer, byte[] octets, int start, int end, Message message) {
        var at = start;
        while (at < end) {
            if (octets[at] == '\n' || octets[at] == '\r') {
                at++;
                continue;
            }
            var nul = at;
            while (nul < end && octets[nul] != 0) {
                nul++;
            }
            if (message.set(octets, at, nul)) {
                peer.received(message);
            }
            at = nul + 1;
        }
    }
}
