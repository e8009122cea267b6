package com.realtimeconnect.user.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of one export while it is put together, in a folder that only this process can read. */
final class Spool implements AutoCloseable {

    private final Path folder;
    private final List<Path> files = new ArrayList<>();

    private Spool(Path folder) {
        this.folder = folder;
    }

    static Spool open() throws IOException {
        return new Spool(Files.createTempDirectory("connect-export-"));
    }

    /** The path of a file that is not there yet. */
    Path file(String name) {
        var file = folder.resolve(name);
        files.add(file);
        return file;
    }

    @Override
    public void close() throws IOException {
        for (var file : files) {
            Files.deleteIfExists(file);
        }
        Files.delete(folder);
    }
}
