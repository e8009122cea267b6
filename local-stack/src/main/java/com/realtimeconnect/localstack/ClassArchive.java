package com.realtimeconnect.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The classes of the libraries that all services have, as Java keeps them in memory once they are read (class-data sharing,
 * JEP 310). A process maps them instead of reading them if its class path begins with these libraries in this order.
 */
final class ClassArchive {

    private static final String SUFFIX = ".jsa";

    private final Jvm jvm;
    private final List<Path> libraries;
    private final Path file;

    /** @param folder where archives lie, each named after the Java and the libraries it was made of */
    ClassArchive(Path folder, Jvm jvm, List<Path> libraries) {
        this.jvm = jvm;
        this.libraries = libraries;
        var madeOf = Runtime.version() + " " + jvm.options() + " " + libraries;
        file = folder.resolve(UUID.nameUUIDFromBytes(madeOf.getBytes(StandardCharsets.UTF_8)) + SUFFIX);
    }

    /** With what the class path of a process begins that wants to use it. */
    List<Path> libraries() {
        return libraries;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** What a process is told to use it; told of an archive that is not there, Java would do without its own as well. */
    List<String> options() {
        return exists() ? quietly("-XX:SharedArchiveFile=" + file) : List.of();
    }

    /** What a process is told so that it writes down which classes it loads. */
    static List<String> listing(Path classes) {
        return quietly("-XX:DumpLoadedClassList=" + classes);
    }

    /** Strikes out the classes that were made while the process ran, since Java cannot read them again, and gives up. */
    static void strikeOutGenerated(Path classes) throws IOException {
        var lines = Files.readAllLines(classes);
        Files.write(
                classes,
                lines.stream().filter(line -> !line.contains("source:")).toList());
    }

    /** What makes the archive of the classes on this list. */
    List<String> making(Path classes, Path unfinished) {
        return jvm.command(
                quietly(
                        "-Xshare:dump",
                        "-XX:+AOTClassLinking",
                        "-XX:SharedClassListFile=" + classes,
                        "-XX:SharedArchiveFile=" + unfinished),
                libraries,
                List.of());
    }

    private static List<String> quietly(String... options) {
        return Stream.concat(Stream.of(options), Stream.of("-Xlog:cds=off", "-Xlog:aot=off"))
                .toList();
    }

    /** Puts it where it is looked for, and removes those that other libraries have left. */
    void accept(Path unfinished) throws IOException {
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        try (var archives = Files.newDirectoryStream(file.toAbsolutePath().getParent(), "*" + SUFFIX)) {
            for (var archive : archives) {
                if (!archive.endsWith(file.getFileName())) {
                    Files.deleteIfExists(archive);
                }
            }
        }
    }
}
