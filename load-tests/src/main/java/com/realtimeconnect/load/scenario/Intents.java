package com.realtimeconnect.load.scenario;

import java.util.List;

/** What people can come for, when nobody has configured anything else. */
final class Intents {

    private static final List<String> ALL = List.of("casual", "dating", "friendship", "language", "networking");

    private Intents() {}

    /** Each in turn. */
    static String of(long number) {
        return ALL.get((int) (number % ALL.size()));
    }
}
