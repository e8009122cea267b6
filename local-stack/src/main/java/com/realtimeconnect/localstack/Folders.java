package com.realtimeconnect.localstack;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/** Folders as wholes. */
public final class Folders {

    private Folders() {}

    /** Gives a finished folder its final name in one step; when somebody else was faster, theirs stays and ours goes. */
    static void moveUnlessThere(Path finished, Path target) throws IOException {
        try {
            Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unusable) {
            throw unusable;
        } catch (FileSystemException taken) {
            if (!Files.isDirectory(target)) {
                throw taken;
            }
            delete(finished);
        }
    }

    static void deleteAllIn(Path folder) throws IOException {
        try (var folders = Files.list(folder)) {
            for (var each : folders.toList()) {
                delete(each);
            }
        }
    }

    /** With all that is in it; a folder that is not there stays so. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
