package com.realtimeconnect.localstack.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One STOMP 1.2 frame and its text form. */
record StompFrame(String command, Map<String, String> headers, String body) {

    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

    static StompFrame of(String command, Map<String, String> headers) {
        return new StompFrame(command, headers, "");
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    String toText() {
        var text = new StringBuilder(command).append('\n');
        headers.forEach((name, value) ->
                text.append(escape(name)).append(':').append(escape(value)).append('\n'));
        return text.append('\n').append(body).append('\0').toString();
    }

    /** Reads a frame that ends with its NUL. */
    static StompFrame parse(String text) {
        var end = text.indexOf("\n\n");
        if (end < 0) {
            throw new IllegalArgumentException("No blank line in a frame");
        }
        var lines = text.substring(0, end).split("\n", -1);
        var headers = new LinkedHashMap<String, String>();
        for (var line = 1; line < lines.length; line++) {
            var colon = lines[line].indexOf(':');
            headers.putIfAbsent(unescape(lines[line].substring(0, colon)), unescape(lines[line].substring(colon + 1)));
        }
        var nul = text.lastIndexOf('\0');
        return new StompFrame(lines[0], headers, text.substring(end + 2, nul < 0 ? text.length() : nul));
    }

    /** CONNECT is exempt by the protocol, and its values here have nothing to escape. */
    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace(":", "\\c");
    }

    private static String unescape(String text) {
        return ESCAPED.matcher(text).replaceAll(escaped -> switch (escaped.group(1)) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "c" -> ":";
            default -> "\\\\";
        });
    }
}
