package com.realtimeconnect.common.stomp;

import com.realtimeconnect.common.problem.BodyProblems;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import jakarta.validation.Validator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads the body of a command, and refuses what the command does not know or does not allow, as REST does. */
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
            throw BodyProblems.from(violations);
        }
        return payload;
    }

    private <T> T parse(String body, Class<T> type) {
        T payload;
        try {
            payload = readers.computeIfAbsent(type, this::readerOf).readValue(body);
        } catch (JacksonException unreadable) {
            throw BodyProblems.from(unreadable);
        }
        if (payload == null) {
            throw new ProblemException(Problems.MALFORMED_BODY, "The body is not a JSON object");
        }
        return payload;
    }

    private ObjectReader readerOf(Class<?> type) {
        return json.readerFor(type)
                .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private static boolean hasNoFields(Class<?> type) {
        return type.isRecord() && type.getRecordComponents().length == 0;
    }
}
