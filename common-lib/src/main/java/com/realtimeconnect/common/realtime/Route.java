package com.realtimeconnect.common.realtime;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where one socket of a person is: on which node, and since when by the clock of Redis. */
record Route(String node, String socket, long openedMicros) {

    static String field(String node, String socket) {
        return node + ' ' + socket;
    }

    static String nodeOf(String field) {
        return field.substring(0, field.indexOf(' '));
    }

    /** Reads what {@code register_route.lua} answers: field, value, field, value …; oldest first. */
    static List<Route> readAll(List<Object> answer) {
        var routes = new ArrayList<Route>(answer.size() / 2);
        for (int i = 0; i + 1 < answer.size(); i += 2) {
            var field = (String) answer.get(i);
            var socket = field.substring(field.indexOf(' ') + 1);
            routes.add(new Route(nodeOf(field), socket, Long.parseLong((String) answer.get(i + 1))));
        }
        routes.sort(Comparator.comparingLong(Route::openedMicros).thenComparing(Route::socket));
        return routes;
    }
}
