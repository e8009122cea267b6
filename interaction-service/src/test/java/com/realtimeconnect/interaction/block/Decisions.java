package com.realtimeconnect.interaction.block;

import com.realtimeconnect.interaction.stage.Guest;
import com.realtimeconnect.interaction.stage.Node;
import com.realtimeconnect.test.TestTokens;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What user-service tells of two people. */
final class Decisions {

    private static final String SERVICE = TestTokens.service("user");

    private final UUID blocker;
    private final UUID blocked;

    Decisions(UUID blocker, UUID blocked) {
        this.blocker = blocker;
        this.blocked = blocked;
    }

    static Decisions of(Guest blocker, Guest blocked) {
        return new Decisions(blocker.id(), blocked.id());
    }

    int block(Node node, long step) {
        return block(node, step, Instant.now());
    }

    int block(Node node, long step, Instant at) {
        return node.post(SERVICE, "/internal/blocks", fact(step, at)).status();
    }

    int lift(Node node, long step) {
        return node.post(SERVICE, "/internal/blocks/lifted", fact(step, Instant.now()))
                .status();
    }

    Map<String, Object> fact(long step, Instant at) {
        return Map.of("blocker", blocker, "blocked", blocked, "at", at, "step", step);
    }
}
