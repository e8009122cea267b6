package com.realtimeconnect.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL that is installed on this machine with all its programs. Those that come with us are a server alone, and
 * {@code pg_dump} must be of the server's version: so where one is installed, the journeys run on that one.
 */
public final class PostgresPrograms {

    private static final List<String> NEEDED = List.of("initdb", "postgres", "pg_dump", "pg_restore", "psql");
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private PostgresPrograms() {}

    /** The folder of its programs, of the newest version from 15 on. */
    public static Optional<Path> find() {
        return Stream.concat(
                        versions(),
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                                .map(Path::of))
                .filter(PostgresPrograms::isWhole)
                .findFirst();
    }

    private static Stream<Path> versions() {
        if (!Files.isDirectory(DEBIAN)) {
            return Stream.empty();
        }
        try (var versions = Files.list(DEBIAN)) {
            return versions
                    .filter(version -> version.getFileName().toString().matches("1[5-9]|[2-9]\\d"))
                    .sorted(Comparator.reverseOrder())
                    .map(version -> version.resolve("bin"))
                    .toList()
                    .stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static boolean isWhole(Path folder) {
        return NEEDED.stream().allMatch(program -> Files.isExecutable(folder.resolve(program)));
    }
}
