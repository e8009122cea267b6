package com.realtimeconnect.user.media;

/** What may be uploaded. */
enum MediaFormat {
    JPEG(Kind.IMAGE, "image/jpeg", "jpg"),
    PNG(Kind.IMAGE, "image/png", "png"),
    WEBP(Kind.IMAGE, "image/webp", "webp"),
    MP4(Kind.VIDEO, "video/mp4", "mp4"),
    WEBM(Kind.VIDEO, "video/webm", "webm");

    private final Kind kind;
    private final String contentType;
    private final String extension;

    MediaFormat(Kind kind, String contentType, String extension) {
        this.kind = kind;
        this.contentType = contentType;
        this.extension = extension;
    }

    Kind kind() {
        return kind;
    }

    String contentType() {
        return contentType;
    }

    String extension() {
        return extension;
    }

    enum Kind {
        IMAGE,
        VIDEO;

        String wireName() {
            return this == IMAGE ? "image" : "video";
        }
    }
}
