package com.realtimeconnect.common.privacy;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.privacy.ExportPart.Shape;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that a service holds about a person, as one JSON object. It is read in one snapshot and written row by row, so
 * that it takes the same little memory however much there is. Thread-safe.
 */
public class PersonalRecord {

    /** The last field: without it the rest is missing, however well-formed the text may be. */
    public static final String COMPLETE = "complete";

    private static final int ROWS_AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final TransactionOperations snapshot;
    private final List<ExportPart> parts;
    private final JsonMapper json;

    /** @param snapshot a transaction that only reads, and sees nothing of what others change meanwhile */
    PersonalRecord(JdbcClient jdbc, TransactionOperations snapshot, List<ExportPart> parts, JsonMapper json) {
        this.jdbc = jdbc;
        this.snapshot = snapshot;
        this.parts = List.copyOf(parts);
        this.json = json;
    }

    /** Writes it, the field {@link #COMPLETE} last, and closes the stream. What failed half-way is left without that field. */
    public void write(UserId person, OutputStream target) {
        try (var generator = json.createGenerator(target).configure(StreamWriteFeature.AUTO_CLOSE_CONTENT, false)) {
            generator.writeStartObject();
            snapshot.executeWithoutResult(status -> parts.forEach(part -> write(part, person, generator)));
            generator.writeName(COMPLETE).writeBoolean(true);
            generator.writeEndObject();
        }
    }

    private void write(ExportPart part, UserId person, JsonGenerator generator) {
        generator.writeName(part.name());
        var query = jdbc.sql(part.sql()).withFetchSize(ROWS_AT_ONCE).param("person", person.value());
        if (part.shape() == Shape.ONE) {
            generator.writePOJO(
                    query.query((row, number) -> fields(row)).optional().orElse(null));
            return;
        }
        generator.writeStartArray();
        query.query(row -> {
            generator.writePOJO(fields(row));
        });
        generator.writeEndArray();
    }

    private Map<String, @Nullable Object> fields(ResultSet row) throws SQLException {
        var columns = row.getMetaData();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        for (var column = 1; column <= columns.getColumnCount(); column++) {
            fields.put(columns.getColumnLabel(column), value(row, column, columns.getColumnTypeName(column)));
        }
        return fields;
    }

    private @Nullable Object value(ResultSet row, int column, String type) throws SQLException {
        if (row.getObject(column) == null) {
            return null;
        }
        return switch (type) {
            case "timestamptz" -> row.getObject(column, OffsetDateTime.class).toInstant();
            case "date" -> row.getObject(column, LocalDate.class);
            case "json", "jsonb" -> json.readTree(row.getString(column));
            case "_text", "_uuid" -> row.getArray(column).getArray();
            default -> row.getObject(column);
        };
    }
}
