package com.realtimeconnect.user.authentication;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Where a browser keeps its refresh token: a cookie that no script can read. A client asks for it with the header {@code
 * X-Refresh-Token: cookie}; every other client finds the token in the body. A request that is to use the cookie must carry
 * the same header, which no form or link of another site can, besides the cookie being {@code SameSite=Strict}.
 */
@Component
public class RefreshCookie {

    public static final String HEADER = "X-Refresh-Token";

    static final String NAME = "refresh_token";

    private static final String WANTED = "cookie";

    /** Only what deals in refresh tokens is ever sent it. */
    private static final String PATH = "/auth";

    private final LoginProperties properties;

    RefreshCookie(LoginProperties properties) {
        this.properties = properties;
    }

    /** Hands out tokens: the refresh token in the cookie if the client wants it there, else in the body. */
    public ResponseEntity<LoginResponse> answer(HttpStatus status, LoginResponse login, HttpServletRequest request) {
        var answer = ResponseEntity.status(status).cacheControl(CacheControl.noStore());
        var token = login.refreshToken();
        if (token == null || !isWanted(request)) {
            return answer.body(login);
        }
        return answer.header(HttpHeaders.SET_COOKIE, cookie(token, properties.lifetime(), request))
                .body(login.withoutRefreshToken());
    }

    /** Takes the cookie away, if there is one. */
    ResponseEntity<Void> forget(HttpServletRequest request) {
        var answer = ResponseEntity.noContent();
        return find(request).isPresent()
                ? answer.header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request))
                        .build()
                : answer.build();
    }

    boolean isWanted(HttpServletRequest request) {
        return WANTED.equals(request.getHeader(HEADER));
    }

    /** @throws InvalidRefreshTokenException if the browser has none */
    RefreshSecret require(HttpServletRequest request) {
        return find(request).map(RefreshSecret::new).orElseThrow(InvalidRefreshTokenException::new);
    }

    private static Optional<String> find(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(jakarta.servlet.http.Cookie::getValue)
                .findFirst();
    }

    private static String cookie(String value, Duration age, HttpServletRequest request) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(isEncrypted(request))
                .sameSite("Strict")
                .path(PATH)
                .maxAge(age)
                .build()
                .toString();
    }

    /** Anybody may claim it: who does only makes the browser more careful with its own cookie. */
    private static boolean isEncrypted(HttpServletRequest request) {
        return request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }
}
