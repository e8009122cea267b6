package com.realtimeconnect.localstack;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a browser is told with each file of the web client: scripts and styles from here only, nothing inline, nothing framed.
 * {@code deploy/nginx/page.conf} says the same.
 */
final class PageHeaders {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Map<String, String> headers = new LinkedHashMap<>();

    /** @param photos the origin that photos are loaded from, if it is another */
    PageHeaders(String photos) {
        var images = "img-src 'self' blob: data: " + photos;
        headers.put(
                "Content-Security-Policy",
                String.join(
                        "; ",
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        images.strip(),
                        "media-src 'self' blob:",
                        "connect-src 'self'",
                        "manifest-src 'self'",
                        "base-uri 'none'",
                        "form-action 'none'",
                        "frame-ancestors 'none'",
                        "require-trusted-types-for 'script'"));
        headers.put("Permissions-Policy", "microphone=(self), camera=(self), geolocation=(), payment=()");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
    }

    /** Files under /app have their content in their name and never change; the page itself is asked for each time. */
    void addTo(HttpServerExchange exchange) {
        var response = exchange.getResponseHeaders();
        headers.forEach((name, value) -> response.put(new HttpString(name), value));
        response.put(Headers.CACHE_CONTROL, exchange.getRequestPath().startsWith("/app/") ? FOR_EVER : "no-cache");
    }
}
