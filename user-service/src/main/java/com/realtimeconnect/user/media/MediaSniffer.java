package com.realtimeconnect.user.media;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/** Tells a format from the bytes; the file's name and what the client claims count for nothing. */
@Component
class MediaSniffer {

    private final Tika tika = new Tika();

    /** @throws ProblemException unsupported-media-type */
    MediaFormat sniff(byte[] bytes) {
        return switch (tika.detect(bytes)) {
            case "image/jpeg" -> MediaFormat.JPEG;
            case "image/png" -> MediaFormat.PNG;
            case "image/webp" -> MediaFormat.WEBP;
            // Tika knows two MP4 brands by name and takes the others for their common ancestor.
            case "video/mp4", "video/x-m4v", "application/mp4", "video/quicktime" -> mp4(bytes);
            case "application/x-matroska", "video/x-matroska", "video/webm" -> webm(bytes);
            default -> throw unsupported();
        };
    }

    private static MediaFormat mp4(byte[] bytes) {
        if (Mp4Video.isMp4(bytes)) {
            return MediaFormat.MP4;
        }
        throw unsupported();
    }

    private static MediaFormat webm(byte[] bytes) {
        if (WebmVideo.isWebm(bytes)) {
            return MediaFormat.WEBM;
        }
        throw unsupported();
    }

    private static ProblemException unsupported() {
        return new ProblemException(
                Problems.UNSUPPORTED_MEDIA_TYPE, "Send a JPEG, PNG or WebP image, or an MP4 or WebM video");
    }
}
