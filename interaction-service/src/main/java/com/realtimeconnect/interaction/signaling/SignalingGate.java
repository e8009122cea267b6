package com.realtimeconnect.interaction.signaling;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.common.realtime.LocalSessions;
import com.realtimeconnect.common.realtime.SessionClosed;
import com.realtimeconnect.common.stomp.CloseCode;
import com.realtimeconnect.common.stomp.StompSession;
import com.realtimeconnect.common.stomp.TokenBucket;
import com.realtimeconnect.interaction.interaction.InteractionView;
import com.realtimeconnect.interaction.interaction.LiveInteractions;
import com.realtimeconnect.interaction.interaction.WrongStateException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Who may send what, before anybody reads it: how much, how often, and in which interaction at which time. */
@Component
class SignalingGate {

    private static final int LARGEST_PAYLOAD = 16 * 1_024;
    private static final int MOST_BYTES_OF_A_CHAR = 3;

    /** So many refusals in a row are no accident. */
    private static final int PATIENCE = 500;

    private final LiveInteractions interactions;
    private final LocalSessions sessions;
    private final SignalingProperties properties;
    private final Clock clock;
    private final Map<UserId, Lane> lanes = new ConcurrentHashMap<>();

    SignalingGate(LiveInteractions interactions, LocalSessions sessions, SignalingProperties properties, Clock clock) {
        this.interactions = interactions;
        this.sessions = sessions;
        this.properties = properties;
        this.clock = clock;
    }

    /** @return the interaction, in which this person takes part and signaling is allowed now */
    InteractionView admit(StompSession session, InteractionId id, String payload) {
        var sender = session.user().id();
        countMessage(session);
        if (payload.length() > LARGEST_PAYLOAD / MOST_BYTES_OF_A_CHAR
                && payload.getBytes(StandardCharsets.UTF_8).length > LARGEST_PAYLOAD) {
            throw Problems.tooLarge("A signaling payload has at most " + LARGEST_PAYLOAD + " bytes");
        }
        var view = interactions.require(id, sender);
        if (view.isLive() && !view.allowsSignaling(clock.instant())) {
            // The sender may have heard of the latest change before this node's copy did.
            view = interactions.requireNewest(id, sender);
        }
        if (!view.allowsSignaling(clock.instant())) {
            throw new WrongStateException(view.state(), "signaling");
        }
        return view;
    }

    private void countMessage(StompSession session) {
        var lane = lanes.computeIfAbsent(session.user().id(), user -> new Lane(newBucket(), new AtomicInteger()));
        var wait = lane.bucket().tryTake();
        if (wait.isZero()) {
            lane.refusals().set(0);
            return;
        }
        if (lane.refusals().incrementAndGet() > PATIENCE) {
            session.close(CloseCode.FLOODING);
        }
        throw Problems.tooManyMessages(wait);
    }

    private TokenBucket newBucket() {
        return new TokenBucket(properties.ratePerSecond(), properties.burst(), System::nanoTime);
    }

    @EventListener
    void forget(SessionClosed closed) {
        var user = closed.session().user().id();
        if (sessions.of(user).isEmpty()) {
            lanes.remove(user);
        }
    }

    private record Lane(TokenBucket bucket, AtomicInteger refusals) {}
}
