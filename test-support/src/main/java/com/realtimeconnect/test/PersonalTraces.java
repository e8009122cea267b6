package com.realtimeconnect.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Looks for texts of a person in every column of every table of a schema, whatever its type. */
public final class PersonalTraces {

    private PersonalTraces() {}

    /** Where these texts still stand, such as {@code history.connections: Wanda}; upper and lower case are the same. */
    public static List<String> find(DataSource database, String schema, List<String> texts) {
        try (var connection = database.getConnection()) {
            var traces = new ArrayList<String>();
            for (var table : tables(connection, schema).entrySet()) {
                for (var text : texts) {
                    if (contains(connection, table.getKey(), table.getValue(), text)) {
                        traces.add(table.getKey() + ": " + text);
                    }
                }
            }
            return traces;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Each table with its columns of bytes. A partitioned table speaks for its partitions. */
    private static Map<String, List<String>> tables(Connection connection, String schema) throws SQLException {
        var sql = """
                select c.oid::regclass::text as name,
                  array(select quote_ident(attname) from pg_attribute
                    where attrelid = c.oid and atttypid = 'bytea'::regtype and not attisdropped) as bytes
                from pg_class c where relnamespace = ?::regnamespace and relkind in ('r', 'p') and not relispartition""";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            var tables = new LinkedHashMap<String, List<String>>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    tables.put(rows.getString("name"), List.of((String[])
                            rows.getArray("bytes").getArray()));
                }
            }
            return tables;
        }
    }

    private static boolean contains(Connection connection, String table, List<String> bytes, String text)
            throws SQLException {
        var conditions = new StringBuilder("position(lower(?) in lower(found::text)) > 0");
        bytes.forEach(column -> conditions
                .append(" or position(convert_to(?, 'UTF8') in found.")
                .append(column)
                .append(") > 0"));
        var sql = "select exists (select from " + table + " found where " + conditions + ")";
        try (var statement = connection.prepareStatement(sql)) {
            for (var parameter = 1; parameter <= bytes.size() + 1; parameter++) {
                statement.setString(parameter, text);
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }
}
