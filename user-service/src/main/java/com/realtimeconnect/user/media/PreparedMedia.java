package com.realtimeconnect.user.media;

import org.jspecify.annotations.Nullable;

/** Bytes that are fit to be stored and shown to anybody. */
final class PreparedMedia {

    private final MediaFormat format;
    private final byte[] bytes;
    private final byte @Nullable [] thumbnail;
    private final int width;
    private final int height;

    PreparedMedia(MediaFormat format, byte[] bytes, byte @Nullable [] thumbnail, int width, int height) {
        this.format = format;
        this.bytes = bytes;
        this.thumbnail = thumbnail;
        this.width = width;
        this.height = height;
    }

    MediaFormat format() {
        return format;
    }

    byte[] bytes() {
        return bytes;
    }

    /** A JPEG, or null for a video. */
    byte @Nullable [] thumbnail() {
        return thumbnail;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }
}
