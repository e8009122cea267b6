package com.realtimeconnect.common.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/**
 * What every answer tells a browser that shows it: nothing of it is a page, but for the API documents, which load nothing
 * from elsewhere. Beside these, Spring Security's defaults stand: nosniff, and no caching unless an answer says otherwise.
 */
final class BrowserHeaders {

    private static final String DATA_POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String DOCS = "/swagger-ui/**";

    /** Swagger UI sets styles from its script, and has its icons in them. */
    private static final String DOCS_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final long YEAR_SECONDS = 31_536_000;

    private BrowserHeaders() {}

    static void describe(HeadersConfigurer<HttpSecurity> headers) {
        var docs = PathPatternRequestMatcher.pathPattern(DOCS);
        headers.frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .httpStrictTransportSecurity(transport -> transport
                        .requestMatcher(BrowserHeaders::cameOverTls)
                        .maxAgeInSeconds(YEAR_SECONDS)
                        .includeSubDomains(false))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        docs, new ContentSecurityPolicyHeaderWriter(DOCS_POLICY)))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(docs), new ContentSecurityPolicyHeaderWriter(DATA_POLICY)));
    }

    /** TLS ends at the proxy. Who makes this header up only keeps their own browser from plain HTTP. */
    private static boolean cameOverTls(HttpServletRequest request) {
        return request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }
}
