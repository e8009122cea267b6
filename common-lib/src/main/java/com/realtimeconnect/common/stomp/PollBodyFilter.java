package com.realtimeconnect.common.stomp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads what belongs to a request before SockJS answers it. A poll has an empty body, but a client that sends it in chunks
 * sends its end in a packet of its own, and an answer that is already on its way when this comes costs the connection: the
 * server closes it without a word, and the client's next request is lost (RFC 9112, section 9.3).
 */
final class PollBodyFilter extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.endsWith("/xhr") && !path.endsWith("/xhr_streaming");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.getInputStream().transferTo(OutputStream.nullOutputStream());
        chain.doFilter(request, response);
    }
}
