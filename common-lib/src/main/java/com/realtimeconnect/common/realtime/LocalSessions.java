package com.realtimeconnect.common.realtime;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.stomp.StompSession;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The open sockets of this node, by id and by person. */
public final class LocalSessions {

    private final Map<String, StompSession> byId = new ConcurrentHashMap<>();
    private final Map<UserId, List<StompSession>> byUser = new ConcurrentHashMap<>();

    public Collection<StompSession> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /** The person's sockets here, oldest first. */
    public Collection<StompSession> of(UserId user) {
        return byUser.getOrDefault(user, List.of());
    }

    @Nullable
    StompSession find(String id) {
        return byId.get(id);
    }

    void add(StompSession session) {
        byId.put(session.id(), session);
        byUser.merge(session.user().id(), List.of(session), LocalSessions::concat);
    }

    void remove(StompSession session) {
        byId.remove(session.id());
        byUser.computeIfPresent(session.user().id(), (user, sessions) -> {
            var rest = sessions.stream().filter(other -> !other.equals(session)).toList();
            return rest.isEmpty() ? null : rest;
        });
    }

    private static List<StompSession> concat(List<StompSession> first, List<StompSession> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
