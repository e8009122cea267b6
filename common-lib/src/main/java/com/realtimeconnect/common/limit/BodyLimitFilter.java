package com.realtimeconnect.common.limit;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemWriter;
import com.realtimeconnect.common.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are too large: at once if their length is told, else as soon as they turn out to be. Uploads are
 * bounded by {@code spring.servlet.multipart} instead.
 */
class BodyLimitFilter extends OncePerRequestFilter {

    private final DataSize limit;
    private final ProblemWriter problems;

    BodyLimitFilter(DataSize limit, ProblemWriter problems) {
        this.limit = limit;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return request.getMethod().equals("GET")
                || request.getContentLengthLong() == 0
                || (type != null && type.startsWith("multipart/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > limit.toBytes()) {
            problems.write(Problems.tooLarge(BoundedRequest.complaint(limit)), request, response);
            return;
        }
        try {
            chain.doFilter(new BoundedRequest(request, limit), response);
        } catch (ProblemException tooLarge) { // found out by a filter that reads the body
            problems.write(tooLarge, request, response);
        }
    }
}
