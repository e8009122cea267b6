package com.realtimeconnect.user.token;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A folder with the signing keys, each in a file {@code <kid>.pem}, and the public halves of those that were taken from
 * signing, each in a file {@code <kid>.pub} written when that happened. Other files are none of its business.
 */
record KeyFolder(Path path) {

    private static final String SIGNING = ".pem";
    private static final String RETIRED = ".pub";
    private static final String FIRST = "local-1" + SIGNING;

    /**
     * What is there now; nothing if there is no folder.
     *
     * @param known whose public halves need not be computed again, which costs more than a signature
     * @throws UnusableKeyException naming the file that is no key
     */
    Contents read(List<SigningKey> known) throws IOException {
        if (!Files.isDirectory(path)) {
            return new Contents(List.of(), List.of());
        }
        var signing = readAll(SIGNING, (file, id) -> readSigning(file, id, known));
        signing.sort(Comparator.comparing(SigningKey::id));
        return new Contents(signing, readAll(RETIRED, KeyFolder::readRetired));
    }

    private <K> List<K> readAll(String ending, KeyReader<K> reader) throws IOException {
        var keys = new ArrayList<K>();
        try (var files = Files.newDirectoryStream(path, "*" + ending)) {
            for (var file : files) {
                var name = String.valueOf(file.getFileName());
                try {
                    keys.add(reader.read(file, name.substring(0, name.length() - ending.length())));
                } catch (GeneralSecurityException | IllegalArgumentException | IOException unusable) {
                    throw new UnusableKeyException(name, unusable);
                }
            }
        }
        return keys;
    }

    private static SigningKey readSigning(Path file, String id, List<SigningKey> known)
            throws IOException, GeneralSecurityException {
        var privateKey = EcKeys.fromPem(Files.readString(file));
        var same = known.stream()
                .filter(key -> key.privateKey().equals(privateKey))
                .findFirst();
        var publicKey = same.isPresent() ? same.get().publicKey() : EcKeys.publicKeyOf(privateKey);
        return new SigningKey(
                id, privateKey, publicKey, Files.getLastModifiedTime(file).toInstant());
    }

    private static RetiredKey readRetired(Path file, String id) throws IOException, GeneralSecurityException {
        return new RetiredKey(
                id,
                EcKeys.publicFromPem(Files.readString(file)),
                Files.getLastModifiedTime(file).toInstant());
    }

    /** Makes a first key that only this user can read, unless another process was quicker. */
    void generateFirst() throws IOException {
        Files.createDirectories(path);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var unfinished = Files.createTempFile(path, "new-", ".tmp", ownerOnly);
        try {
            Files.writeString(unfinished, EcKeys.toPem(EcKeys.generate().getPrivate()));
            Files.createLink(path.resolve(FIRST), unfinished);
        } catch (FileAlreadyExistsException quicker) {
            // theirs is as good as ours
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** The keys of the folder: those that may sign, oldest name first, and those that may no more. */
    record Contents(List<SigningKey> signing, List<RetiredKey> retired) {

        Contents {
            signing = List.copyOf(signing);
            retired = List.copyOf(retired);
        }

        /** Whether there is either half of this key. */
        boolean has(String id) {
            return signing.stream().anyMatch(key -> key.id().equals(id))
                    || retired.stream().anyMatch(key -> key.id().equals(id));
        }
    }

    private interface KeyReader<K> {
        K read(Path file, String id) throws IOException, GeneralSecurityException;
    }

    /** A file of the folder that cannot be used. */
    static final class UnusableKeyException extends IOException {

        private static final long serialVersionUID = 1L;

        UnusableKeyException(String name, Exception cause) {
            super(
                    cause instanceof NoSuchFileException
                            ? name + " is gone"
                            : name + " is not a P-256 key as PEM (private ones as PKCS#8): " + cause.getMessage(),
                    cause);
        }
    }
}
