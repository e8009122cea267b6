package com.realtimeconnect.common.observability;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** First of all filters: names the request before anything can be refused or logged. */
class CorrelationIdFilter extends OncePerRequestFilter {

    /** An error that is described by a dispatch of its own keeps the name. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var given = response.getHeader(CorrelationId.HEADER);
        var correlationId = given != null ? given : CorrelationId.accept(request.getHeader(CorrelationId.HEADER));
        response.setHeader(CorrelationId.HEADER, correlationId);
        try (var ignored = CorrelationId.open(correlationId)) {
            chain.doFilter(request, response);
        }
    }
}
