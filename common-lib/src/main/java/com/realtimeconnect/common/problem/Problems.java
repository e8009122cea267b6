package com.realtimeconnect.common.problem;

import java.time.Duration;
import java.util.List;

/** The refusals that every service has. Those of a feature live beside the feature. */
public final class Problems {

    public static final ProblemType MALFORMED_BODY = new ProblemType("malformed-body", "The body cannot be read", 400);
    public static final ProblemType UNKNOWN_FIELD =
            new ProblemType("unknown-field", "The body has a field that is not known", 400);
    public static final ProblemType VALIDATION_FAILED =
            new ProblemType("validation-failed", "The request breaks a rule", 400);
    public static final ProblemType UNAUTHENTICATED = new ProblemType("unauthenticated", "A token is needed", 401);
    public static final ProblemType INVALID_TOKEN = new ProblemType("invalid-token", "The token is not accepted", 401);
    public static final ProblemType FORBIDDEN = new ProblemType("forbidden", "This is not yours to do", 403);
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", "There is no such thing", 404);
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("method-not-allowed", "This verb is not offered here", 405);
    public static final ProblemType NOT_ACCEPTABLE =
            new ProblemType("not-acceptable", "No offered media type is acceptable", 406);
    public static final ProblemType TOO_LARGE = new ProblemType("too-large", "This is too large", 413);
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("unsupported-media-type", "This media type is not read here", 415);
    public static final ProblemType TOO_MANY_REQUESTS = new ProblemType("too-many-requests", "Too many requests", 429);
    public static final ProblemType TOO_MANY_MESSAGES = new ProblemType("too-many-messages", "Too many messages", 429);
    public static final ProblemType INTERNAL_ERROR =
            new ProblemType("internal-error", "Something went wrong on our side", 500);
    public static final ProblemType UNAVAILABLE =
            new ProblemType("unavailable", "A part that is needed does not answer", 503);

    private Problems() {}

    public static ProblemException notFound(String detail) {
        return new ProblemException(NOT_FOUND, detail);
    }

    public static ProblemException forbidden(String detail) {
        return new ProblemException(FORBIDDEN, detail);
    }

    public static ProblemException invalidToken(String detail) {
        return new ProblemException(INVALID_TOKEN, detail);
    }

    /** One field breaks a rule. */
    public static ProblemException invalid(String field, String message) {
        return new ProblemException(VALIDATION_FAILED, "One field is not as it must be: " + field)
                .withErrors(List.of(new FieldProblem(field, message)));
    }

    public static ProblemException tooLarge(String detail) {
        return new ProblemException(TOO_LARGE, detail);
    }

    public static ProblemException tooManyRequests(Duration retryAfter) {
        return new ProblemException(TOO_MANY_REQUESTS, "Slow down, and try again later").withRetryAfter(retryAfter);
    }

    public static ProblemException tooManyMessages(Duration retryAfter) {
        return new ProblemException(TOO_MANY_MESSAGES, "Slow down, and send it again later").withRetryAfter(retryAfter);
    }

    public static ProblemException unavailable(String detail, Throwable cause) {
        return new ProblemException(UNAVAILABLE, detail, cause).withRetryAfter(Duration.ofSeconds(5));
    }

    public static ProblemException unavailable(String detail) {
        return new ProblemException(UNAVAILABLE, detail).withRetryAfter(Duration.ofSeconds(5));
    }
}
