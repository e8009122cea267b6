package com.realtimeconnect.load.socket;

import java.nio.charset.StandardCharsets;

/**
 * A STOMP frame from the server, where it lies in the buffer. There is one for all sockets: what is to be kept has to be
 * read out before the call in which it was handed over returns.
 */
public final class Message {

    private static final byte[] BLANK_LINE = EventTypes.octets("\n\n");
    private static final byte[] ERRORS = EventTypes.octets("destination:/user/queue/errors");
    private static final byte[] TYPE = EventTypes.octets("\"type\":\"");

    private byte[] octets = {};
    private int start;
    private int end;
    private int body;
    private int type;

    /** @return whether there is a frame between these two */
    boolean set(byte[] buffer, int from, int to) {
        octets = buffer;
        start = from;
        end = to;
        body = find(BLANK_LINE, start);
        if (body < 0) {
            return false;
        }
        body += BLANK_LINE.length;
        type = isEvent() ? find(TYPE, body) + TYPE.length : -1;
        return true;
    }

    private boolean isEvent() {
        return octets[start] == 'M' && !isProblem();
    }

    /** Whether it tells of a command that was refused. */
    public boolean isProblem() {
        return octets[start] == 'M' && findBefore(ERRORS, start, body) >= 0;
    }

    public boolean isReceipt() {
        return octets[start] == 'R';
    }

    /** Whether the server says goodbye. */
    public boolean isError() {
        return octets[start] == 'E';
    }

    /** Whether it is an event of this type. */
    public boolean is(byte[] eventType) {
        return type >= 0
                && startsWith(type, eventType)
                && type + eventType.length < end
                && octets[type + eventType.length] == '"';
    }

    /** The type of the event; empty if it is none. */
    public String type() {
        return type < 0 ? "" : text(TYPE);
    }

    /** The text of the first field of this name; its key is given as {@code "name":"}. */
    public String text(byte[] key) {
        var from = find(key, body);
        if (from < 0) {
            return "";
        }
        from += key.length;
        var to = from;
        while (to < end && octets[to] != '"') {
            to++;
        }
        return new String(octets, from, to - from, StandardCharsets.UTF_8);
    }

    /** The decimal number that follows the first occurrence of these octets, or -1. */
    public long number(byte[] before) {
        var at = find(before, body);
        return at < 0 ? -1 : digits(at + before.length);
    }

    /** The same in the head of the frame. */
    public long headNumber(byte[] before) {
        var at = findBefore(before, start, body);
        return at < 0 ? -1 : digits(at + before.length);
    }

    private long digits(int from) {
        long value = 0;
        for (var at = from; at < end && octets[at] >= '0' && octets[at] <= '9'; at++) {
            value = 10 * value + octets[at] - '0';
        }
        return value;
    }

    private int find(byte[] wanted, int from) {
        return findBefore(wanted, from, end);
    }

    private int findBefore(byte[] wanted, int from, int to) {
        for (var at = from; at <= to - wanted.length; at++) {
            if (octets[at] == wanted[0] && startsWith(at, wanted)) {
                return at;
            }
        }
        return -1;
    }

    private boolean startsWith(int at, byte[] wanted) {
        if (at + wanted.length > end) {
            return false;
        }
        for (var i = 0; i < wanted.length; i++) {
            if (octets[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** What it carries, as text. */
    @Override
    public String toString() {
        return new String(octets, body, end - body, StandardCharsets.UTF_8);
    }
}
