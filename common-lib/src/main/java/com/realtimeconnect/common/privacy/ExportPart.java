package com.realtimeconnect.common.privacy;

/**
 * One part of what a service holds about a person; declare a bean for each.
 *
 * @param name of the field in the export
 * @param shape a list of rows, or the one row there is
 * @param sql a query on {@code :person}, whose column names become field names. It must not show what belongs to another
 *     person alone
 */
public record ExportPart(String name, Shape shape, String sql) {

    /** How many rows there may be. */
    public enum Shape {
        ONE,
        LIST
    }

    public static ExportPart one(String name, String sql) {
        return new ExportPart(name, Shape.ONE, sql);
    }

    public static ExportPart list(String name, String sql) {
        return new ExportPart(name, Shape.LIST, sql);
    }
}
