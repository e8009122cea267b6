package com.realtimeconnect.load.measure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Asks Redis a question now and then, in its own protocol; too seldom to want a client library. */
final class RedisProbe {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final String ENDLESS_KEYS = "local found = {} for _, key in ipairs(redis.call('keys', '*')) do "
            + "if redis.call('ttl', key) == -1 then found[#found + 1] = key end end return found";

    private final int port;

    RedisProbe(URI address) {
        port = address.getPort();
    }

    /** The names of keys that do not end by themselves. */
    List<String> endlessKeys() {
        return call("EVAL", ENDLESS_KEYS, "0");
    }

    private List<String> call(String... words) {
        var request = new StringBuilder("*").append(words.length).append("\r\n");
        for (var word : words) {
            request.append('$')
                    .append(word.length())
                    .append("\r\n")
                    .append(word)
                    .append("\r\n");
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
            return read(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> read(InputStream answer) throws IOException {
        var head = line(answer);
        if (!head.startsWith("*")) {
            throw new IOException("Redis answers " + head);
        }
        var items = new ArrayList<String>();
        for (var left = Integer.parseInt(head.substring(1)); left > 0; left--) {
            var length = Integer.parseInt(line(answer).substring(1));
            items.add(new String(answer.readNBytes(length), StandardCharsets.UTF_8));
            answer.readNBytes(2);
        }
        return items;
    }

    private static String line(InputStream answer) throws IOException {
        var text = new StringBuilder();
        for (var octet = answer.read(); octet != '\n'; octet = answer.read()) {
            if (octet < 0) {
                throw new IOException("Redis hung up");
            }
            if (octet != '\r') {
                text.append((char) octet);
            }
        }
        return text.toString();
    }
}
