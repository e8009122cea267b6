package com.realtimeconnect.common.problem;

import jakarta.validation.ConstraintViolation;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Tells a client what is wrong with the JSON it sent, in its own field names and without a word about our classes. */
public final class BodyProblems {

    private BodyProblems() {}

    /** Explains why a body could not be read. */
    public static ProblemException from(JacksonException unreadable) {
        if (unreadable instanceof UnrecognizedPropertyException unknown) {
            var field = path(unknown);
            return new ProblemException(Problems.UNKNOWN_FIELD, "There is no field " + field)
                    .withErrors(List.of(new FieldProblem(field, "is not known")));
        }
        if (unreadable instanceof MismatchedInputException mismatch
                && !path(mismatch).isEmpty()) {
            var field = path(mismatch);
            return new ProblemException(Problems.VALIDATION_FAILED, "One field is not as it must be: " + field)
                    .withErrors(List.of(new FieldProblem(field, complaint(mismatch))));
        }
        if (unreadable instanceof DatabindException value && !path(value).isEmpty()) {
            return Problems.invalid(path(value), "has a value that is not allowed");
        }
        return new ProblemException(Problems.MALFORMED_BODY, "The body is not the JSON object that is expected here");
    }

    /** Explains broken rules, one entry for each. */
    public static ProblemException from(Collection<? extends ConstraintViolation<?>> violations) {
        var errors = violations.stream()
                .map(violation -> new FieldProblem(violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted((one, other) -> one.field().compareTo(other.field()))
                .toList();
        return validationFailed(errors);
    }

    static ProblemException validationFailed(List<FieldProblem> errors) {
        var fields = errors.stream().map(FieldProblem::field).distinct().collect(Collectors.joining(", "));
        return new ProblemException(Problems.VALIDATION_FAILED, "Not as it must be: " + fields).withErrors(errors);
    }

    private static String complaint(MismatchedInputException mismatch) {
        if (mismatch instanceof InvalidNullException) {
            return "must not be null";
        }
        var type = mismatch.getTargetType();
        return "must be " + (type == null ? "of another type" : wireName(type));
    }

    private static String wireName(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type.isEnum()) {
            return "one of the allowed words";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        return switch (type.getSimpleName()) {
            case "String" -> "text";
            case "UUID", "UserId", "InteractionId", "RoomId" -> "a UUID";
            case "Instant" -> "an ISO-8601 instant";
            case "LocalDate" -> "a date as YYYY-MM-DD";
            default -> "of another type";
        };
    }

    private static String path(@Nullable DatabindException problem) {
        if (problem == null) {
            return "";
        }
        var path = new StringBuilder();
        for (var step : problem.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
