package com.realtimeconnect.user.export;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.privacy.PersonalRecord;
import com.realtimeconnect.common.problem.Problems;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.json.JsonMapper;

/** Joins the records of the services into one object, token by token. */
@Component
class ExportDocument {

    private final JsonMapper json;

    ExportDocument(JsonMapper json) {
        this.json = json;
    }

    /** Throws before anything is written if one of them was cut off. @throws com.realtimeconnect.common.problem.ProblemException */
    void requireComplete(List<Path> records) {
        for (var record : records) {
            if (!isComplete(record)) {
                throw Problems.unavailable("A service broke off while it told what it holds; please try again");
            }
        }
    }

    private boolean isComplete(Path record) {
        try (var parser = json.createParser(record.toFile())) {
            var complete = false;
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                complete = parser.nextToken() == JsonToken.VALUE_TRUE && name.equals(PersonalRecord.COMPLETE);
                parser.skipChildren();
            }
            return complete;
        } catch (StreamReadException cutOff) {
            return false;
        }
    }

    void write(UserId person, Instant at, List<Path> records, OutputStream target) {
        try (var generator = json.createGenerator(target)) {
            generator.writeStartObject();
            generator.writeName("exportedAt").writePOJO(at);
            generator.writeName("userId").writePOJO(person);
            records.forEach(record -> copyFields(record, generator));
            generator.writeEndObject();
        }
    }

    private void copyFields(Path record, JsonGenerator generator) {
        try (var parser = json.createParser(record.toFile())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                if (name.equals(PersonalRecord.COMPLETE)) {
                    continue;
                }
                generator.writeName(name);
                generator.copyCurrentStructure(parser);
            }
        }
    }
}
