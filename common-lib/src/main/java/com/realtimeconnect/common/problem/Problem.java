package com.realtimeconnect.common.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a refusal (RFC 9457, section 3) with our members {@code code}, {@code correlationId},
 * {@code retryAfterSeconds} and {@code errors}.
 *
 * @param instance the path or destination that was asked
 * @param members what only this kind of refusal says; on the wire they stand beside the others
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        String code,
        String correlationId,
        @Nullable Long retryAfterSeconds,
        List<FieldProblem> errors,
        @JsonAnyGetter Map<String, Object> members) {

    /** Renders the refusal of what was asked at {@code instance}. */
    public static Problem from(ProblemException refusal, @Nullable String instance, String correlationId) {
        var type = refusal.type();
        var delay = refusal.retryAfter();
        return new Problem(
                type.uri(),
                type.title(),
                type.status(),
                refusal.detail(),
                instance,
                type.code(),
                correlationId,
                delay == null ? null : Math.max(1, delay.plusMillis(999).toSeconds()),
                refusal.errors(),
                refusal.members());
    }
}
