package com.realtimeconnect.common.sample;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.common.realtime.UserRelay;
import com.realtimeconnect.common.stomp.Event;
import com.realtimeconnect.common.stomp.StateSource;
import com.realtimeconnect.common.stomp.StompRouteRegistrar;
import com.realtimeconnect.common.stomp.StompRoutes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Echoes to the sender, tells others, refuses, fails: a route of each kind. */
@Component
class SampleRoutes implements StompRouteRegistrar, StateSource {

    private static final ProblemType NOT_TODAY = new ProblemType("not-today", "Not today", 409);

    private final UserRelay relay;
    private final Clock clock;

    SampleRoutes(UserRelay relay, Clock clock) {
        this.relay = relay;
        this.clock = clock;
    }

    @Override
    public void register(StompRoutes routes) {
        routes.send(
                        "/app/echo",
                        "Comes back",
                        Echo.class,
                        (command, echo) -> command.session().send(event("echoed", echo)))
                .send(
                        "/app/tell",
                        "Is told to another",
                        Tell.class,
                        (command, tell) -> relay.send(tell.to, event("told", tell.number)))
                .send(
                        "/app/signal",
                        "Is told to another, as a whole",
                        Signal.class,
                        (command, signal) -> relay.send(signal.to, event("signaled", signal)))
                .send("/app/pour", "Is told to another, again and again", Pour.class, (command, pour) -> {
                    for (int i = 0; i < pour.count; i++) {
                        relay.send(pour.to, event("poured", "x".repeat(pour.size)));
                    }
                })
                .send("/app/nothing", "Does nothing", Nothing.class, (command, nothing) -> {})
                .send("/app/refuse", "Is refused", Nothing.class, (command, nothing) -> {
                    throw new ProblemException(NOT_TODAY, "Come back tomorrow");
                })
                .send("/app/fail", "Fails", Nothing.class, (command, nothing) -> {
                    throw new IllegalStateException("A fault of ours");
                })
                .send(
                        "/app/rooms/{roomId}/send",
                        "Comes back on the feed of a room",
                        Echo.class,
                        (command, echo) -> command.session()
                                .send(event("said", echo).onFeed("/topic/rooms/" + command.variable("roomId"))))
                .subscribe("/topic/rooms/{roomId}", "What is said in a room", command -> {
                    if (command.variable("roomId").equals("closed")) {
                        throw Problems.forbidden("This room is closed");
                    }
                })
                .tells("state", "Who one is", Map.class)
                .tells("kept", "Was kept for who comes back", Integer.class)
                .tells("echoed", "What came back", Echo.class)
                .tells("told", "What somebody told", Integer.class)
                .tells("signaled", "What somebody told, as a whole", Signal.class)
                .tells("poured", "One of many", String.class)
                .tells("said", "What was said in a room", Echo.class);
    }

    @Override
    public Object stateOf(AuthenticatedUser user) {
        return Map.of("userId", user.id());
    }

    @Override
    public List<Event> replay(AuthenticatedUser user) {
        return List.of(event("kept", 1), event("kept", 2));
    }

    private Event event(String type, Object data) {
        return Event.of(type, clock.instant(), data);
    }

    record Echo(@NotBlank String text, @Max(10) int times) {}

    record Tell(@NotNull UserId to, int number) {}

    record Pour(@NotNull UserId to, int count, int size) {}

    record Signal(
            @NotNull UserId to,
            @NotNull UUID interactionId,
            int negotiationId,
            @NotBlank @Size(max = 1000) String candidate,
            String sdpMid,
            int sdpMLineIndex) {}

    record Nothing() {}
}
