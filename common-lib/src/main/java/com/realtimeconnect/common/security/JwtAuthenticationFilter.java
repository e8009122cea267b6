package com.realtimeconnect.common.security;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the bearer token (RFC 6750, section 2.1) of a request. A bad token refuses nothing here: the request goes on as
 * nobody's, and the reason is kept for the answer where somebody is needed.
 */
class JwtAuthenticationFilter extends OncePerRequestFilter {

    static final String SERVICE_AUTHORITY = "SCOPE_service";
    static final String PERSON_AUTHORITY = "PERSON";

    private static final String REFUSAL = JwtAuthenticationFilter.class.getName() + ".refusal";
    private static final String SCHEME = "bearer ";

    private final JwtVerifier verifier;
    private final RevocationList revocations;

    JwtAuthenticationFilter(JwtVerifier verifier, RevocationList revocations) {
        this.verifier = verifier;
        this.revocations = revocations;
    }

    /** Why the token of this request was not accepted, or null if there was none. */
    static @Nullable ProblemException refusal(HttpServletRequest request) {
        return request.getAttribute(REFUSAL) instanceof ProblemException refusal ? refusal : null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            try {
                authenticate(header.substring(SCHEME.length()).trim());
            } catch (ProblemException refusal) {
                request.setAttribute(REFUSAL, refusal);
            }
        }
        chain.doFilter(request, response);
    }

    private void authenticate(String token) {
        var verified = verifier.verify(token);
        var service = verified.service();
        if (service != null) {
            enter(service, SERVICE_AUTHORITY);
        } else {
            var person = verified.requirePerson();
            requireLive(person);
            enter(person, PERSON_AUTHORITY, "ROLE_" + person.role().name());
        }
    }

    private void requireLive(AuthenticatedUser person) {
        if (revocations.isRevoked(person)) {
            throw Problems.invalidToken("This login has ended");
        }
    }

    private static void enter(Object principal, String... authorities) {
        var granted =
                List.of(authorities).stream().map(SimpleGrantedAuthority::new).toList();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(principal, null, granted));
        SecurityContextHolder.setContext(context);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return true;
    }
}
