package com.realtimeconnect.user.mail;

import com.realtimeconnect.common.identity.Uuids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends nothing: for a person at a desk, letters are printed to the log and kept in a folder, oldest name first. */
class FolderTransport implements MailTransport {

    private static final Logger log = LoggerFactory.getLogger(FolderTransport.class);

    private final Path folder;
    private final String from;

    FolderTransport(MailProperties properties) {
        folder = properties.folder();
        from = properties.from();
    }

    @Override
    public void deliver(Mail mail) {
        var letter = "From: %s%nTo: %s%nSubject: %s%nContent-Type: text/plain; charset=utf-8%n%n%s"
                .formatted(from, mail.to().value(), mail.subject(), mail.text());
        log.atInfo().log("This mail goes nowhere but here and to {}:\n{}", folder, letter);
        try {
            keep(letter);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Moved into place, so that nobody reads half a letter. */
    private void keep(String letter) throws IOException {
        Files.createDirectories(folder);
        var unfinished = Files.createTempFile(folder, "new-", ".tmp");
        Files.writeString(unfinished, letter);
        Files.move(unfinished, folder.resolve(Uuids.next() + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    }
}
