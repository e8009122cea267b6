package com.realtimeconnect.history;

import com.realtimeconnect.test.Neighbours;
import com.realtimeconnect.test.Neighbours.Reply;
import com.realtimeconnect.test.TestTokens;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** User-service, which gives out service tokens, and communication-service, whose rooms are closed. */
public class HistoryNeighbours implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Neighbours NEIGHBOURS = Neighbours.start();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "neighbours",
                        Map.of(
                                "USER_SERVICE_URL", NEIGHBOURS.url(),
                                "COMMUNICATION_SERVICE_URL", NEIGHBOURS.url())));
        NEIGHBOURS.answer(
                "POST", "/auth/service-token", request -> Reply.ok("""
                        {"accessToken":"%s","tokenType":"Bearer","expiresInSeconds":600}""".formatted(TestTokens.service("history"))));
        closeRoomsWith(204);
    }

    /** From now on communication-service answers so when it is to close a room. */
    public static void closeRoomsWith(int status) {
        NEIGHBOURS.answer("POST", "/internal/rooms/", request -> new Reply(status, ""));
    }

    /** The bodies with which this room was asked to be closed, in order. */
    public static List<String> closingsOf(String roomId) {
        return NEIGHBOURS.requests().stream()
                .filter(request -> request.path().equals("/internal/rooms/" + roomId + "/close"))
                .map(Neighbours.Request::body)
                .toList();
    }
}
