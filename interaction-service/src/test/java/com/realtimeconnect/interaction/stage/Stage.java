package com.realtimeconnect.interaction.stage;

import com.realtimeconnect.test.Neighbours;
import com.realtimeconnect.test.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * The running service: nodes that share one PostgreSQL and one Redis, and the other services as they see them. Started
 * when first asked for, for all tests.
 */
public final class Stage {

    public static final JsonMapper JSON = JsonMapper.builder().build();

    /** Times as in production, on two nodes. */
    public static final String USUAL = "casual";

    /** Times that a test can wait for, on a node of its own; addresses are hidden there. */
    public static final String QUICK = "dating";

    private static final Map<String, Node> NODES = new ConcurrentHashMap<>();

    private Stage() {}

    public static Neighbours neighbours() {
        return Started.NEIGHBOURS;
    }

    public static Node first() {
        return NODES.computeIfAbsent("first", name -> usual());
    }

    public static Node second() {
        return NODES.computeIfAbsent("second", name -> usual());
    }

    public static Node quick() {
        return NODES.computeIfAbsent(
                "quick",
                name -> Node.start(
                        "connect.matches.intents=" + QUICK,
                        "connect.interaction.call=4",
                        "connect.interaction.proposal=2",
                        "connect.interaction.connecting=2",
                        "connect.interaction.reconnect-grace=1",
                        "connect.ice.turn-urls=turn:turn.example.org:3478",
                        "connect.ice.stun-urls=stun:stun.example.org:3478",
                        "connect.ice.turn-secret=a-secret-of-the-tests"));
    }

    static void close() {
        NODES.values().forEach(Node::close);
        NODES.clear();
    }

    private static Node usual() {
        return Node.start("connect.matches.intents=" + USUAL);
    }

    private static final class Started {
        static final Neighbours NEIGHBOURS = start();

        private static Neighbours start() {
            var neighbours = Neighbours.start();
            var token = JSON.writeValueAsString(Map.of(
                    "accessToken", TestTokens.service("interaction"), "tokenType", "Bearer", "expiresInSeconds", 600));
            neighbours.answerEach("GET", "/internal/people");
            neighbours.answer("POST", "/auth/service-token", request -> Neighbours.Reply.ok(token));
            for (var path : List.of("/api/history/log-interaction", "/internal/rooms", "/internal/queue/restore")) {
                neighbours.answer("POST", path, request -> Neighbours.Reply.ok("{}"));
            }
            neighbours.takeEach("/internal/history/interactions", "interactions", "/api/history/log-interaction");
            neighbours.answer("POST", "/api/history/connections", request -> Neighbours.Reply.ok(request.body()));
            return neighbours;
        }
    }
}
