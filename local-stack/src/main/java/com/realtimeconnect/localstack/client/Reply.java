package com.realtimeconnect.localstack.client;

import tools.jackson.databind.JsonNode;

/** What a service answered to a REST call. */
public record Reply(int status, JsonNode body) {

    /** The stable name of the problem, or nothing if it is none. */
    public String code() {
        return body.path("code").asString("");
    }

    /** @throws RefusedException unless the status says that it went well */
    public JsonNode orThrow(String what) {
        if (status >= 300) {
            throw new RefusedException(what + " (" + status + ")", body);
        }
        return body;
    }
}
