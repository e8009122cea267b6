package com.realtimeconnect.common.security;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;
import com.realtimeconnect.common.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Lets browsers call from our own origins, with cookies, and tells any other by a problem. */
final class CrossOrigin {

    private static final ProblemType NOT_ALLOWED =
            new ProblemType("origin-not-allowed", "Browsers may not call from this origin", 403);

    private CrossOrigin() {}

    static CorsFilter filter(List<String> allowedOrigins, ProblemWriter problems) {
        var rules = new CorsConfiguration();
        rules.setAllowedOrigins(allowedOrigins);
        rules.setAllowCredentials(true);
        rules.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
        rules.setAllowedHeaders(List.of("Authorization", "Content-Type", "Idempotency-Key", "X-Correlation-Id"));
        rules.setExposedHeaders(List.of("X-Correlation-Id", "Retry-After", "Location"));
        rules.setMaxAge(Duration.ofHours(1));
        var everywhere = new UrlBasedCorsConfigurationSource();
        everywhere.registerCorsConfiguration("/**", rules);
        var filter = new CorsFilter(everywhere);
        filter.setCorsProcessor(new Processor(problems));
        return filter;
    }

    private static final class Processor extends DefaultCorsProcessor {

        private final ProblemWriter problems;

        private Processor(ProblemWriter problems) {
            this.problems = problems;
        }

        @Override
        public boolean processRequest(
                @Nullable CorsConfiguration rules, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var accepted = super.processRequest(rules, request, response);
            if (!accepted) {
                problems.write(
                        new ProblemException(NOT_ALLOWED, "Ask for this origin to be allowed, or call from a server"),
                        request,
                        response);
            }
            return accepted;
        }

        /** The problem is written above, where the request is known. */
        @Override
        protected void rejectRequest(ServerHttpResponse response) {}
    }
}
