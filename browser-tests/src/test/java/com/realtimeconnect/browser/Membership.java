package com.realtimeconnect.browser;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An account, and what can be done with it besides the page, as from another device. */
record Membership(URI address, String name, String email) {

    static final String PASSWORD = "quiet-harbour-41";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Somebody who is not registered yet. */
    static Membership of(URI address, String name) {
        return new Membership(address, name, UUID.randomUUID() + "@example.com");
    }

    /** Registers as a page does: its cookies hold the login. */
    void register(APIRequestContext request, String role) {
        var registration = Map.of(
                "email", email, "password", PASSWORD, "displayName", name, "role", role, "birthDate", "1995-05-17");
        post(
                request,
                "/auth/register",
                RequestOptions.create().setHeader("X-Refresh-Token", "cookie").setData(registration));
    }

    /** Logs in on another device, and leaves the page's own login alone. Returns the access token. */
    String logInElsewhere(APIRequestContext request) {
        var credentials = Map.of("email", email, "password", PASSWORD);
        return post(request, "/auth/login", RequestOptions.create().setData(credentials))
                .path("accessToken")
                .asString("");
    }

    /** Whether such a token is taken. */
    boolean isLoggedIn(APIRequestContext request, String accessToken) {
        var asked = RequestOptions.create().setHeader("Authorization", "Bearer " + accessToken);
        return request.get(address + "/auth/me", asked).status() == 200;
    }

    private JsonNode post(APIRequestContext request, String path, RequestOptions options) {
        var answer = request.post(address + path, options);
        if (!answer.ok()) {
            throw new IllegalStateException(name + " at " + path + ": " + answer.text());
        }
        return JSON.readTree(answer.text());
    }
}
