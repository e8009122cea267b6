package com.realtimeconnect.common.problem;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refusal, thrown where it is found out and rendered as a {@link Problem} at the edge. Its detail is shown to the client. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final String detail;
    private transient @Nullable Duration retryAfter;
    private transient List<FieldProblem> errors = List.of();
    private transient Map<String, Object> members = Map.of();
    private transient boolean expected;

    public ProblemException(ProblemType type, String detail) {
        super(type.code() + ": " + detail, null, false, false);
        this.type = type;
        this.detail = detail;
    }

    public ProblemException(ProblemType type, String detail, Throwable cause) {
        super(type.code() + ": " + detail, cause);
        this.type = type;
        this.detail = detail;
    }

    /** Says when it is worth trying again; rounded up to whole seconds on the wire. */
    public ProblemException withRetryAfter(Duration delay) {
        retryAfter = delay;
        return this;
    }

    public ProblemException withErrors(List<FieldProblem> fieldProblems) {
        errors = List.copyOf(fieldProblems);
        return this;
    }

    /** Such a refusal is the plan under load, and counted where it is made: a line in the log for each would only add to the load. */
    public ProblemException asExpected() {
        expected = true;
        return this;
    }

    /** Adds what only this kind of refusal has to say (RFC 9457, section 3.2); what is null is left out. */
    public ProblemException withMember(String name, @Nullable Object value) {
        if (value != null) {
            var all = new LinkedHashMap<>(members);
            all.put(name, value);
            members = all;
        }
        return this;
    }

    public ProblemType type() {
        return type;
    }

    public String detail() {
        return detail;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    public boolean isExpected() {
        return expected;
    }

    public List<FieldProblem> errors() {
        return errors;
    }

    public Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }
}
