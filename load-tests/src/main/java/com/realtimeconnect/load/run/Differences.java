package com.realtimeconnect.load.run;

import com.realtimeconnect.load.measure.Cores;
import java.util.ArrayList;
import java.util.List;

/** In which ways a run is not as production is, said in words in every report. */
final class Differences {

    /** All people come from one address and are in a hurry; calls must not end while they are measured. */
    static final List<String> SETTINGS = List.of(
            "LOGIN_ADDRESS_ATTEMPTS=0", "LOGIN_ACCOUNT_ATTEMPTS=0", "JOIN_RATE_PER_MINUTE=0", "CALL_SECONDS=7200");

    private Differences() {}

    static List<String> from(Cores cores) {
        var all = new ArrayList<String>();
        all.add("Settings: " + String.join(", ", SETTINGS)
                + ". All other limits are as in production, those of a sender in a call and in a room too.");
        all.add(
                "The services run with the second compiler, the serial collector, compact object headers and 460 MB of heap each, in large pages where the system has them, as in their containers; "
                        + "PostgreSQL with fsync and Redis with its append-only file, on this machine's disk. PostgreSQL has 512 MB of log files to write to again.");
        all.add(
                "People are written by SQL as registration writes them, without a password, and all women have autoConnect. "
                        + "Their tokens are signed with the stack's own key and live for 3 hours.");
        all.add("There is no TURN server, so ICE_PRIVACY is all: addresses in candidates are read and not removed.");
        all.add(
                cores.areApart()
                        ? "Services, PostgreSQL, Redis and S3 run on core 0, the generator on core 1 (taskset); while they start and warm up, "
                                + "the services have both."
                        : "Nothing is bound to a core: there is only one, or no taskset.");
        return all;
    }
}
