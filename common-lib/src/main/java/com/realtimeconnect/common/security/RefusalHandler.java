package com.realtimeconnect.common.security;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemWriter;
import com.realtimeconnect.common.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Answers for the filter chain: 401 and 403 as problems, and 404 or 405 where nothing is there to protect. */
class RefusalHandler implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter problems;
    private final RequestMappingHandlerMapping mappings;

    RefusalHandler(ProblemWriter problems, RequestMappingHandlerMapping mappings) {
        this.problems = problems;
        this.mappings = mappings;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        problems.write(unauthenticated(request), request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        problems.write(Problems.forbidden("This is not yours to do"), request, response);
    }

    private ProblemException unauthenticated(HttpServletRequest request) {
        var refusal = JwtAuthenticationFilter.refusal(request);
        if (refusal != null) {
            return refusal;
        }
        try {
            if (mappings.getHandler(request) == null) {
                return Problems.notFound("There is nothing at this path");
            }
        } catch (HttpRequestMethodNotSupportedException wrongVerb) {
            return new ProblemException(
                    Problems.METHOD_NOT_ALLOWED, "The verb " + wrongVerb.getMethod() + " is not offered here");
        } catch (Exception otherMismatch) {
            // something is there, so a token is needed first
        }
        return new ProblemException(Problems.UNAUTHENTICATED, "Send an access token");
    }
}
