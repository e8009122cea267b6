package com.realtimeconnect.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Compares the columns of a schema, as the real migrations made them, with {@code docs/personal-data.csv}, which says of each
 * what it tells of people and what erasure does with it. A column without its line fails the build of whoever adds it.
 */
public final class PersonalDataCatalogue {

    private static final String FILE = "docs/personal-data.csv";

    /** What a column can tell of a person; the head of the file explains each. */
    private static final Set<String> KINDS =
            Set.of("none", "id", "hash", "contact", "identity", "content", "secret", "device", "behaviour", "facts");

    /** What erasure does with it; the head of the file explains each. */
    private static final Set<String> ERASURES = Set.of("keeps", "clears", "deletes-row");

    private PersonalDataCatalogue() {}

    /** @throws AssertionError that says what to write where */
    public static void check(DataSource database, String schema) {
        var complaints = new ArrayList<String>();
        var classified = lines(schema, complaints);
        var there = columns(database, schema);
        var missing = new TreeSet<>(there);
        missing.removeAll(classified.keySet());
        missing.forEach(column -> complaints.add(column + " is new. Add a line \"" + column
                + ",<kind>,<erasure>\" (the head of the file explains both), have the service's `erasure` package do"
                + " what the line says, and show the column in its export if it tells of a person"));
        var gone = new TreeSet<>(classified.keySet());
        gone.removeAll(there);
        gone.forEach(column -> complaints.add(column + " is gone. Take its line out"));
        if (!complaints.isEmpty()) {
            throw new AssertionError(
                    FILE + " and the schema " + schema + " do not agree:\n  " + String.join("\n  ", complaints));
        }
    }

    private static Map<String, String> lines(String schema, List<String> complaints) {
        var lines = new TreeMap<String, String>();
        for (var line : read()) {
            if (line.isBlank() || line.startsWith("#") || !line.startsWith(schema + ".")) {
                continue;
            }
            var fields = line.split(",", -1);
            if (fields.length != 3 || !KINDS.contains(fields[1]) || !ERASURES.contains(fields[2])) {
                complaints.add("\"" + line + "\" is not <schema>.<table>.<column>,<kind>,<erasure>");
            }
            if (lines.put(fields[0], line) != null) {
                complaints.add(fields[0] + " stands there twice");
            }
        }
        return lines;
    }

    private static List<String> read() {
        try {
            return Files.readAllLines(LocalServices.projectRoot().resolve(FILE));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> columns(DataSource database, String schema) {
        var sql = """
                select c.relname || '.' || attname from pg_attribute join pg_class c on c.oid = attrelid
                where relnamespace = ?::regnamespace and relkind in ('r', 'p') and not relispartition
                  and attnum > 0 and not attisdropped and c.relname <> 'flyway_schema_history'""";
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            var columns = new TreeSet<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(schema + "." + rows.getString(1));
                }
            }
            return columns.stream().collect(Collectors.toCollection(TreeSet::new));
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
