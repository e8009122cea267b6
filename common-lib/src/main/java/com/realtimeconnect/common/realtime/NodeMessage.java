package com.realtimeconnect.common.realtime;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.stomp.EncodedEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one node tells another, as lines of text; the JSON of an event travels as it is. None of the values before it can
 * hold a line break: they are ids, destinations and sane tokens.
 */
sealed interface NodeMessage {

    String encode();

    /** An event for a person. {@code told} names the nodes it was sent to, so that no node gets it twice. */
    record Tell(UserId user, List<String> told, long sentMillis, EncodedEvent event) implements NodeMessage {
        @Override
        public String encode() {
            return "tell\n" + user + '\n' + String.join(",", told) + '\n' + sentMillis + '\n' + event.id() + '\n'
                    + text(event.feed()) + '\n' + text(event.correlationId()) + '\n' + event.body();
        }

        Tell alsoTold(List<String> others) {
            var all = new ArrayList<>(told);
            all.addAll(others);
            return new Tell(user, List.copyOf(all), sentMillis, event);
        }
    }

    /** All sockets of a person are to be closed. */
    record CloseUser(UserId user, int code) implements NodeMessage {
        @Override
        public String encode() {
            return "close-user\n" + user + '\n' + code;
        }
    }

    /** One socket is to be closed. */
    record CloseSocket(String socket, int code) implements NodeMessage {
        @Override
        public String encode() {
            return "close-socket\n" + socket + '\n' + code;
        }
    }

    static NodeMessage decode(String text) {
        var lines = text.split("\n", 8);
        return switch (lines[0]) {
            case "tell" ->
                new Tell(
                        UserId.of(lines[1]),
                        List.of(lines[2].split(",", -1)),
                        Long.parseLong(lines[3]),
                        new EncodedEvent(Uuids.parse(lines[4]), optional(lines[5]), optional(lines[6]), lines[7]));
            case "close-user" -> new CloseUser(UserId.of(lines[1]), Integer.parseInt(lines[2]));
            case "close-socket" -> new CloseSocket(lines[1], Integer.parseInt(lines[2]));
            default -> throw new IllegalArgumentException("A message of another version: " + lines[0]);
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static @Nullable String optional(String text) {
        return text.isEmpty() ? null : text;
    }
}
