package com.realtimeconnect.common.realtime;

import com.realtimeconnect.common.identity.UserId;

/**
 * The names that the nodes of one service share in Redis, all below {@code connect:<service>:}.
 * <ul>
 *   <li>{@code node:<node>} string: the lease of a node, 15 s
 *   <li>{@code route:{<user>}} hash: the sockets of a person, 1 h, written again by living nodes
 *   <li>{@code node:<node>}, {@code moves} sharded channels: what a node is told; whose sockets changed
 * </ul>
 */
record RealtimeKeys(String prefix) {

    /** On the channel of moves: look up everybody again. */
    static final String EVERYBODY = "*";

    static RealtimeKeys of(String service) {
        return new RealtimeKeys("connect:" + service + ':');
    }

    String lease(String node) {
        return prefix + "node:" + node;
    }

    String routes(UserId user) {
        return prefix + "route:{" + user + '}';
    }

    String channel(String node) {
        return prefix + "node:" + node;
    }

    String moves() {
        return prefix + "moves";
    }
}
