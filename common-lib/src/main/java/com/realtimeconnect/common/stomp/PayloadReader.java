package com.realtimeconnect.common.stomp;

import com.realtimeconnect.common.problem.FieldProblem;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the body of a command, and refuses what the command does not know or does not allow. */
final class PayloadReader {

    private final JsonMapper json;
    private final Validator validator;
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

    PayloadReader(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    <T> T read(String body, Class<T> type) {
        var payload = parse(body.isEmpty() && hasNoFields(type) ? "{}" : body, type);
        var violations = validator.validate(payload);
        if (!violations.isEmpty()) {
            throw new ProblemException(Problems.VALIDATION_FAILED, "Some fields are not as they must be")
                    .withErrors(violations.stream()
                            .map(PayloadReader::problem)
                            .sorted(Comparator.comparing(FieldProblem::field))
                            .toList());
        }
        return payload;
    }

    private <T> T parse(String body, Class<T> type) {
        try {
            T payload = readers.computeIfAbsent(type, this::readerOf).readValue(body);
            if (payload == null) {
                throw new ProblemException(Problems.MALFORMED_BODY, "The body is not a JSON object");
            }
            return payload;
        } catch (UnrecognizedPropertyException unknown) {
            throw new ProblemException(Problems.UNKNOWN_FIELD, "There is no field " + unknown.getPropertyName())
                    .withErrors(List.of(new FieldProblem(path(unknown), "is not known")));
        } catch (JacksonException malformed) {
            var refusal = new ProblemException(Problems.MALFORMED_BODY, "The body is not JSON of the form asked for");
            var path = path(malformed);
            throw path.isEmpty()
                    ? refusal
                    : refusal.withErrors(List.of(new FieldProblem(path, "cannot be read as what it must be")));
        }
    }

    private ObjectReader readerOf(Class<?> type) {
        return json.readerFor(type)
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private static boolean hasNoFields(Class<?> type) {
        return type.isRecord() && type.getRecordComponents().length == 0;
    }

    private static String path(JacksonException problem) {
        return problem.getPath().stream()
                .map(step ->
                        step.getPropertyName() != null ? step.getPropertyName() : Integer.toString(step.getIndex()))
                .collect(Collectors.joining("."));
    }

    private static FieldProblem problem(ConstraintViolation<?> violation) {
        return new FieldProblem(violation.getPropertyPath().toString(), violation.getMessage());
    }
}
