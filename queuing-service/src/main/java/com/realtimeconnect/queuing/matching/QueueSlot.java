package com.realtimeconnect.queuing.matching;

import com.realtimeconnect.queuing.intent.Intent;
import java.util.List;

/**
 * The keys of one queue, in the order of {@code slot.lua}. All have the hash tag {@code {queue:<intent>}}; a popular intent
 * could be cut into slots {@code {queue:<intent>/<n>}} without changing a script.
 */
record QueueSlot(String tag, List<String> keys) {

    static QueueSlot of(Intent intent) {
        var tag = "{queue:" + intent.name() + "}";
        return new QueueSlot(
                tag,
                List.of(
                        tag + ":women",
                        tag + ":men",
                        tag + ":tickets",
                        tag + ":leases",
                        tag + ":away",
                        tag + ":matches",
                        tag + ":pace",
                        tag + ":mark",
                        tag + ":cursor"));
    }

    /** Held by the node whose turn it is to sweep; expires by itself. */
    String sweeperKey() {
        return tag + ":sweeper";
    }
}
