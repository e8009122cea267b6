package com.realtimeconnect.common.stomp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what was registered for a destination, letter by letter; variable segments are names, never decoded. */
final class DestinationTable<R> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,127}");
    private static final Pattern SLASH = Pattern.compile("/");

    private final Map<String, Match<R>> literal = new HashMap<>();
    private final List<Template<R>> templates = new ArrayList<>();

    void add(String pattern, R route) {
        var template = new Template<>(segments(pattern), route);
        if (literal.containsKey(pattern) || templates.stream().anyMatch(template::hasShapeOf)) {
            throw new IllegalArgumentException("Registered twice: " + pattern);
        }
        if (pattern.contains("{")) {
            templates.add(template);
        } else {
            literal.put(pattern, new Match<>(route, Map.of()));
        }
    }

    @Nullable
    Match<R> find(String destination) {
        var exact = literal.get(destination);
        if (exact != null || templates.isEmpty()) {
            return exact;
        }
        var segments = segments(destination);
        for (var template : templates) {
            var variables = template.match(segments);
            if (variables != null) {
                return new Match<>(template.route, variables);
            }
        }
        return null;
    }

    private static List<String> segments(String destination) {
        return List.of(SLASH.split(destination, -1));
    }

    record Match<R>(R route, Map<String, String> variables) {}

    private record Template<R>(List<String> segments, R route) {

        boolean hasShapeOf(Template<R> other) {
            return shape(segments).equals(shape(other.segments));
        }

        @Nullable
        Map<String, String> match(List<String> destination) {
            if (destination.size() != segments.size()) {
                return null;
            }
            var variables = new HashMap<String, String>();
            for (int i = 0; i < segments.size(); i++) {
                var expected = segments.get(i);
                var actual = destination.get(i);
                if (isVariable(expected)) {
                    if (!NAME.matcher(actual).matches()) {
                        return null;
                    }
                    variables.put(expected.substring(1, expected.length() - 1), actual);
                } else if (!expected.equals(actual)) {
                    return null;
                }
            }
            return Map.copyOf(variables);
        }

        private static List<String> shape(List<String> segments) {
            return segments.stream()
                    .map(segment -> isVariable(segment) ? "{}" : segment)
                    .toList();
        }

        private static boolean isVariable(String segment) {
            return segment.startsWith("{") && segment.endsWith("}");
        }
    }
}
