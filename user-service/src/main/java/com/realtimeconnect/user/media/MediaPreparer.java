package com.realtimeconnect.user.media;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;
import com.realtimeconnect.common.problem.Problems;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Turns an uploaded file into media fit to be stored, or refuses it. Only a few at once: pictures are big in memory. */
@Component
class MediaPreparer {

    static final ProblemType BUSY = new ProblemType("busy", "Too much to do just now", 503);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MediaSniffer sniffer;
    private final ImageSanitizer images;
    private final MediaProperties properties;
    private final Semaphore turns =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), true);

    MediaPreparer(MediaSniffer sniffer, ImageSanitizer images, MediaProperties properties) {
        this.sniffer = sniffer;
        this.images = images;
        this.properties = properties;
    }

    /** @throws ProblemException too-large, unsupported-media-type, undecodable-media, or busy */
    PreparedMedia prepare(MultipartFile file) {
        if (file.isEmpty()) {
            throw Problems.invalid("file", "is empty");
        }
        if (file.getSize() > properties.videoSize().toBytes()) {
            throw tooLarge();
        }
        takeTurn();
        try {
            return prepare(file.getBytes());
        } catch (IOException unreadable) {
            throw new ProblemException(Problems.MALFORMED_BODY, "The upload cannot be read", unreadable);
        } finally {
            turns.release();
        }
    }

    private PreparedMedia prepare(byte[] bytes) {
        var format = sniffer.sniff(bytes);
        if (format.kind() == MediaFormat.Kind.IMAGE
                && bytes.length > properties.imageSize().toBytes()) {
            throw tooLarge();
        }
        return switch (format) {
            case JPEG, PNG, WEBP -> images.sanitize(bytes, format);
            case MP4 -> Mp4Video.prepare(bytes);
            case WEBM -> WebmVideo.prepare(bytes);
        };
    }

    private void takeTurn() {
        try {
            if (turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new ProblemException(BUSY, "Many photos are being uploaded; try again shortly")
                .withRetryAfter(Duration.ofSeconds(5));
    }

    private ProblemException tooLarge() {
        return Problems.tooLarge(
                "An image has at most " + properties.imageSize().toMegabytes() + " MB, a video at most "
                        + properties.videoSize().toMegabytes() + " MB");
    }
}
