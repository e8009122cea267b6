package com.realtimeconnect.user.safety;

import com.realtimeconnect.test.Neighbours;
import com.realtimeconnect.test.Neighbours.Reply;
import com.realtimeconnect.user.UserApi.Member;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The other services, as far as they are told of blocks. All four are one neighbour here. */
final class ToldServices {

    static final String BLOCKS = "/internal/blocks";
    static final String LIFTED = "/internal/blocks/lifted";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Neighbours neighbours;

    ToldServices(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /** All of them listen. */
    void listen() {
        neighbours.reset();
        neighbours.answer(
                "POST",
                "/auth/service-token",
                request -> Reply.ok("{\"accessToken\":\"a\",\"tokenType\":\"Bearer\",\"expiresInSeconds\":600}"));
        neighbours.answer("POST", BLOCKS, request -> new Reply(204, ""));
    }

    /** The facts that came at this path about these two, in the order in which they came. */
    List<JsonNode> told(String path, Member by, Member whom) {
        return neighbours.requests().stream()
                .filter(request -> request.path().equals(path))
                .map(request -> JSON.readTree(request.body()))
                .filter(fact -> fact.path("blocker").asString("").equals(by.id().toString())
                        && fact.path("blocked").asString("").equals(whom.id().toString()))
                .toList();
    }
}
