package com.realtimeconnect.user.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.user.ApiTest;
import com.realtimeconnect.user.UserApi;
import com.realtimeconnect.user.UserApi.Answer;
import java.net.http.HttpRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@ApiTest
class RefreshCookieApiTests {

    private final UserApi api;

    RefreshCookieApiTests(UserApi api) {
        this.api = api;
    }

    @Test
    void setsACookieThatNoScriptAndNoOtherSiteCanUse() {
        var registered = registerInBrowser("http");

        assertThat(registered.status()).isEqualTo(201);
        assertThat(registered.json().has("refreshToken")).isFalse();
        assertThat(registered.text("accessToken")).isNotEmpty();
        assertThat(registered.header("set-cookie"))
                .startsWith("refresh_token=")
                .contains("; Path=/auth;", "; Max-Age=2592000;", "; HttpOnly", "; SameSite=Strict")
                .doesNotContain("Secure");
        assertThat(registerInBrowser("https").header("set-cookie")).contains("; Secure");
    }

    @Test
    void givesEveryOtherClientTheTokenInTheBody() {
        var registered = api.post("/auth/register", null, UserApi.registration("female"));

        assertThat(registered.text("refreshToken")).isNotEmpty();
        assertThat(registered.header("set-cookie")).isNull();
    }

    @Test
    void rotatesTheCookie() {
        var first = cookieOf(registerInBrowser("http"));
        var next = refresh(first, true);

        assertThat(next.status()).isEqualTo(200);
        assertThat(next.json().has("refreshToken")).isFalse();
        assertThat(cookieOf(next)).isNotEqualTo(first);
        assertThat(refresh(cookieOf(next), true).status()).isEqualTo(200);
    }

    @Test
    void usesNoCookieOfARequestThatAnotherSiteCouldHaveMade() {
        var cookie = cookieOf(registerInBrowser("http"));

        assertThat(refresh(cookie, false).status()).isEqualTo(400);
        assertThat(refresh(cookie, true).status()).isEqualTo(200);
    }

    @Test
    void refusesABrowserWithoutACookieOrWithAMadeUpOne() {
        assertThat(refresh(null, true).code()).isEqualTo("invalid-refresh-token");
        assertThat(refresh("refresh_token=made-up", true).code()).isEqualTo("invalid-refresh-token");
        assertThat(refresh("refresh_token=", true).code()).isEqualTo("invalid-refresh-token");
    }

    @Test
    void takesTheCookieAwayAtLogout() {
        var login = registerInBrowser("http");
        var answer = api.send(api.request("/auth/logout", login.text("accessToken"))
                .header("Cookie", cookieOf(login))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("set-cookie")).startsWith("refresh_token=;").contains("Max-Age=0");
        assertThat(refresh(cookieOf(login), true).status()).isEqualTo(401);
    }

    private Answer registerInBrowser(String scheme) {
        var body = tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(UserApi.registration("female"));
        return api.send(api.request("/auth/register", null)
                .header("Content-Type", "application/json")
                .header("X-Refresh-Token", "cookie")
                .header("X-Forwarded-Proto", scheme)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private Answer refresh(@Nullable String cookie, boolean withHeader) {
        var headers = new java.util.HashMap<String, String>();
        if (cookie != null) {
            headers.put("Cookie", cookie);
        }
        if (withHeader) {
            headers.putAll(Map.of("X-Refresh-Token", "cookie"));
        }
        var request = api.request("/auth/refresh", null).POST(HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        return api.send(request.build());
    }

    private static String cookieOf(Answer answer) {
        var header = String.valueOf(answer.header("set-cookie"));
        return header.substring(0, header.indexOf(';'));
    }
}
