package com.realtimeconnect.localstack.client;

import tools.jackson.databind.JsonNode;

/** A service answered with a problem. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient JsonNode problem;

    RefusedException(String what, JsonNode problem) {
        super(what + ": " + problem.path("code").asString("?") + ", "
                + problem.path("detail").asString(problem.path("title").asString("")));
        this.problem = problem;
    }

    /** The stable name of the problem, such as {@code women-only}. */
    public String code() {
        return problem.path("code").asString("");
    }

    public int status() {
        return problem.path("status").asInt(0);
    }
}
