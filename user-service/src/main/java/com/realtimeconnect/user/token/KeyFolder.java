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

/** A folder with the signing keys, each in a file {@code <kid>.pem}. Other files are none of its business. */
record KeyFolder(Path path) {

    private static final String ENDING = ".pem";
    private static final String FIRST = "local-1" + ENDING;

    /**
     * The keys, oldest name first; none if there is no folder.
     *
     * @throws UnusableKeyException naming the file that is no key
     */
    List<SigningKey> read() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        var keys = new ArrayList<SigningKey>();
        try (var files = Files.newDirectoryStream(path, "*" + ENDING)) {
            for (var file : files) {
                keys.add(read(file));
            }
        }
        keys.sort(Comparator.comparing(SigningKey::id));
        return List.copyOf(keys);
    }

    private static SigningKey read(Path file) throws IOException {
        var name = String.valueOf(file.getFileName());
        try {
            var privateKey = EcKeys.fromPem(Files.readString(file));
            return new SigningKey(
                    name.substring(0, name.length() - ENDING.length()),
                    privateKey,
                    EcKeys.publicKeyOf(privateKey),
                    Files.getLastModifiedTime(file).toInstant());
        } catch (GeneralSecurityException | IllegalArgumentException | IOException unusable) {
            throw new UnusableKeyException(name, unusable);
        }
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

    /** A file of the folder that cannot be used. */
    static final class UnusableKeyException extends IOException {

        private static final long serialVersionUID = 1L;

        UnusableKeyException(String name, Exception cause) {
            super(
                    cause instanceof NoSuchFileException
                            ? name + " is gone"
                            : name + " is not a P-256 private key as PKCS#8 PEM: " + cause.getMessage(),
                    cause);
        }
    }
}
