package com.realtimeconnect.common.stomp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the text of a socket into frames (STOMP 1.2, "Augmented BNF"), wherever the messages that carry it begin and end.
 * Each octet is looked at once and no more than one frame is ever kept, so that a hostile sender costs no more than a
 * good one. A frame over the limit is still read to its end, without its body, so that its sender can be told; one that
 * has no end in sight is malformed.
 */
final class StompFrameReader {

    static final int MAX_FRAME = 64 * 1024;
    static final int MAX_HEAD = 16 * 1024;
    static final int MAX_HEADERS = 64;
    static final int MAX_SKIPPED = 4 * 1024 * 1024;

    private static final byte[] NOTHING = {};
    private static final int UNTIL_NUL = -1;

    private final Consumer<StompFrame> frames;
    private State state = State.BETWEEN;

    /** The line or body being read, when a message ended within it. */
    private byte[] kept = NOTHING;

    private int keptSize;
    private int headSize;
    private String command = "";
    private Map<String, String> headers = Map.of();

    /** Octets the body still has by its content-length, or {@link #UNTIL_NUL}. */
    private int bodyLeft;

    private int bodySize;
    private boolean tooLarge;

    StompFrameReader(Consumer<StompFrame> frames) {
        this.frames = frames;
    }

    /** Whether a frame has begun and not ended. */
    boolean isInsideFrame() {
        return state != State.BETWEEN;
    }

    void read(String text) {
        var octets = text.getBytes(UTF_8);
        var at = 0;
        while (at < octets.length) {
            at = switch (state) {
                case BETWEEN -> readEndOfLine(octets, at);
                case COMMAND, HEADERS -> readLine(octets, at);
                case BODY -> readBody(octets, at);
            };
        }
    }

    private int readEndOfLine(byte[] octets, int at) {
        if (octets[at] == '\n' || octets[at] == '\r') {
            return at + 1;
        }
        headSize = 0;
        state = State.COMMAND;
        return at;
    }

    private int readLine(byte[] octets, int from) {
        var end = from;
        while (end < octets.length && octets[end] != '\n') {
            if (octets[end] == 0) {
                throw new ProtocolViolationException("The frame ends within its head");
            }
            end++;
        }
        headSize += end - from + 1;
        if (headSize > MAX_HEAD) {
            throw new ProtocolViolationException("The head of a frame has at most " + MAX_HEAD + " octets");
        }
        if (end == octets.length) {
            keep(octets, from, end);
            return end;
        }
        endLine(takeText(octets, from, end));
        return end + 1;
    }

    private void endLine(String rawLine) {
        var line = rawLine.endsWith("\r") ? rawLine.substring(0, rawLine.length() - 1) : rawLine;
        if (line.indexOf('\r') >= 0) {
            throw new ProtocolViolationException("A carriage return stands within a line");
        }
        if (state == State.COMMAND) {
            command = line;
            headers = new HashMap<>();
            state = State.HEADERS;
        } else if (line.isEmpty()) {
            startBody();
        } else {
            addHeader(line);
        }
    }

    private void addHeader(String line) {
        if (headers.size() == MAX_HEADERS) {
            throw new ProtocolViolationException("A frame has at most " + MAX_HEADERS + " headers");
        }
        var colon = line.indexOf(':');
        if (colon <= 0) {
            throw new ProtocolViolationException("A header is a name, a colon and a value");
        }
        // CONNECT is spared the escapes, so that STOMP 1.0 clients can be told about versions.
        var escaped = !command.equals("CONNECT") && !command.equals("STOMP");
        var name = line.substring(0, colon);
        var value = line.substring(colon + 1);
        headers.putIfAbsent(escaped ? unescape(name) : name, escaped ? unescape(value) : value);
    }

    private static String unescape(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        var plain = new StringBuilder(text.length());
        var at = 0;
        while (at < text.length()) {
            var c = text.charAt(at++);
            plain.append(c == '\\' ? escaped(at < text.length() ? text.charAt(at++) : ' ') : c);
        }
        return plain.toString();
    }

    private static char escaped(char letter) {
        return switch (letter) {
            case 'r' -> '\r';
            case 'n' -> '\n';
            case 'c' -> ':';
            case '\\' -> '\\';
            default -> throw new ProtocolViolationException("A header has an escape that is not defined");
        };
    }

    private void startBody() {
        bodyLeft = contentLength(headers.get("content-length"));
        bodySize = 0;
        tooLarge = headSize + bodyLeft > MAX_FRAME;
        state = State.BODY;
    }

    private static int contentLength(@Nullable String value) {
        if (value == null) {
            return UNTIL_NUL;
        }
        if (value.isEmpty() || value.length() > 9 || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new ProtocolViolationException("content-length is a number of octets");
        }
        var length = Integer.parseInt(value);
        if (length > MAX_SKIPPED) {
            throw new ProtocolViolationException("The frame is too large to be read");
        }
        return length;
    }

    private int readBody(byte[] octets, int from) {
        var end = bodyLeft == UNTIL_NUL ? nulFrom(octets, from) : Math.min(octets.length, from + bodyLeft);
        bodySize += end - from;
        tooLarge |= headSize + bodySize > MAX_FRAME;
        if (bodySize > MAX_SKIPPED) {
            throw new ProtocolViolationException("The frame is too large to be read");
        }
        if (bodyLeft != UNTIL_NUL) {
            bodyLeft -= end - from;
        }
        if (end == octets.length) {
            if (!tooLarge) {
                keep(octets, from, end);
            }
            return end;
        }
        if (octets[end] != 0) {
            throw new ProtocolViolationException("The body does not end where content-length says");
        }
        endFrame(tooLarge ? "" : takeText(octets, from, end));
        return end + 1;
    }

    private static int nulFrom(byte[] octets, int from) {
        var at = from;
        while (at < octets.length && octets[at] != 0) {
            at++;
        }
        return at;
    }

    private void endFrame(String body) {
        var frame = new StompFrame(command, headers, body, tooLarge);
        kept = NOTHING;
        keptSize = 0;
        headers = Map.of();
        state = State.BETWEEN;
        frames.accept(frame);
    }

    private void keep(byte[] octets, int from, int end) {
        var size = keptSize + end - from;
        if (kept.length < size) {
            kept = Arrays.copyOf(kept, Math.max(size, 2 * kept.length));
        }
        System.arraycopy(octets, from, kept, keptSize, end - from);
        keptSize = size;
    }

    private String takeText(byte[] octets, int from, int end) {
        if (keptSize == 0) {
            return new String(octets, from, end - from, UTF_8);
        }
        keep(octets, from, end);
        var text = new String(kept, 0, keptSize, UTF_8);
        keptSize = 0;
        return text;
    }

    private enum State {
        BETWEEN,
        COMMAND,
        HEADERS,
        BODY
    }
}
