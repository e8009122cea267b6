package com.realtimeconnect.common.idempotency;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;
import com.realtimeconnect.common.problem.ProblemWriter;
import com.realtimeconnect.common.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Serves {@code Idempotency-Key} for every POST, uploads included. An answer of 5xx or 429 is not kept, since a repeat may
 * fare better.
 */
class IdempotencyKeyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";

    private static final Logger log = LoggerFactory.getLogger(IdempotencyKeyFilter.class);
    private static final ProblemType REUSED =
            new ProblemType("idempotency-key-reused", "The idempotency key was used with another body", 422);
    private static final ProblemType UNDER_WAY =
            new ProblemType("idempotency-key-in-use", "The first request with this key is still being served", 409);
    private static final Pattern SANE = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final FirstAnswers answers;
    private final ProblemWriter problems;

    IdempotencyKeyFilter(FirstAnswers answers, ProblemWriter problems) {
        this.answers = answers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null || !request.getMethod().equals("POST");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            serve(request, response, chain);
        } catch (ProblemException refusal) {
            problems.write(refusal, request, response);
        }
    }

    private void serve(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var given = request.getHeader(HEADER);
        if (!SANE.matcher(given).matches()) {
            throw Problems.invalid(HEADER, "must be 1 to 128 visible ASCII characters");
        }
        var content = contentOf(request);
        if (content == null) {
            chain.doFilter(request, response);
            return;
        }
        var key = "connect:idempotency:"
                + hash((caller() + "\n" + request.getRequestURI() + "\n" + given).getBytes(StandardCharsets.UTF_8));
        var fingerprint = hash(("body of " + given + "\n").getBytes(StandardCharsets.UTF_8), content.bytes());
        var cipher = new AnswerCipher(given, content.bytes());
        var first = claim(key, fingerprint);
        if (first == null) {
            serveFirst(key, fingerprint, cipher, content.request(), response, chain);
        } else if (!first.fingerprint().equals(fingerprint)) {
            throw new ProblemException(REUSED, "Take a new key for a new request");
        } else if (first.isUnderWay()) {
            throw new ProblemException(UNDER_WAY, "Repeat it a little later").withRetryAfter(Duration.ofSeconds(1));
        } else {
            repeat(first, cipher, response);
        }
    }

    /** @return null for an upload that cannot be read; whoever serves it says why, and stores nothing */
    private static @Nullable RequestContent contentOf(HttpServletRequest request) throws IOException {
        if (!RequestContent.isUpload(request)) {
            return RequestContent.ofBody(request);
        }
        try {
            return RequestContent.ofParts(request);
        } catch (IOException | ServletException | RuntimeException unreadable) {
            return null;
        }
    }

    private @Nullable FirstAnswer claim(String key, String fingerprint) {
        try {
            return answers.claim(key, fingerprint);
        } catch (DataAccessException unreachable) {
            throw Problems.unavailable("Idempotency keys cannot be kept just now", unreachable);
        }
    }

    private void serveFirst(
            String key,
            String fingerprint,
            AnswerCipher cipher,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        var recorded = new ContentCachingResponseWrapper(response);
        var kept = false;
        try {
            chain.doFilter(request, recorded);
            kept = keep(key, fingerprint, cipher, recorded);
        } finally {
            if (!kept) {
                release(key);
            }
            recorded.copyBodyToResponse();
        }
    }

    private boolean keep(String key, String fingerprint, AnswerCipher cipher, ContentCachingResponseWrapper recorded) {
        var status = recorded.getStatus();
        if (status >= 500 || status == 429) {
            return false;
        }
        try {
            answers.keep(
                    key,
                    new FirstAnswer(
                            fingerprint,
                            status,
                            recorded.getContentType(),
                            recorded.getHeader(HttpHeaders.LOCATION),
                            cipher.hide(recorded.getContentAsByteArray())),
                    callerId());
            return true;
        } catch (DataAccessException unreachable) {
            log.atWarn().addKeyValue("cause", unreachable.getMessage()).log("First answer could not be kept");
            return false;
        }
    }

    private void release(String key) {
        try {
            answers.release(key);
        } catch (DataAccessException unreachable) {
            log.atWarn().addKeyValue("cause", unreachable.getMessage()).log("Idempotency key ends by itself");
        }
    }

    private static void repeat(FirstAnswer first, AnswerCipher cipher, HttpServletResponse response)
            throws IOException {
        response.setStatus(first.status());
        if (first.contentType() != null) {
            response.setContentType(first.contentType());
        }
        if (first.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, first.location());
        }
        if (first.body() != null) {
            response.getOutputStream().write(cipher.reveal(first.body()));
        }
    }

    private static String caller() {
        var id = callerId();
        return id == null ? "nobody" : id.toString();
    }

    private static @Nullable UserId callerId() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof AuthenticatedUser user
                ? user.id()
                : null;
    }

    private static String hash(byte[]... parts) {
        return HexFormat.of().formatHex(AnswerCipher.digest(parts));
    }
}
