package com.realtimeconnect.user.media;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How a camera was held: the one thing of EXIF that must be honoured before the rest is thrown away. Read from the bytes
 * themselves, no further than the tag, and never beyond their end; anything odd means upright.
 */
final class ExifOrientation {

    static final int UPRIGHT = 1;

    private static final int TAG = 0x0112;
    private static final int SHORT_TYPE = 3;
    private static final byte[] JPEG_MARK = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    private ExifOrientation() {}

    /** 1 to 8, as EXIF counts. */
    static int of(byte[] file, MediaFormat format) {
        try {
            var tiff = switch (format) {
                case JPEG -> inJpeg(ByteBuffer.wrap(file));
                case PNG -> inPng(ByteBuffer.wrap(file));
                case WEBP -> inWebp(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
                case MP4, WEBM -> null;
            };
            return tiff == null ? UPRIGHT : read(tiff);
        } catch (IndexOutOfBoundsException | IllegalArgumentException cutShort) {
            return UPRIGHT;
        }
    }

    /** Turns a picture of this size, as it is stored, into one that stands upright. */
    static AffineTransform upright(int orientation, double width, double height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    /** Whether width and height change places. */
    static boolean isLying(int orientation) {
        return orientation >= 5;
    }

    private static @Nullable ByteBuffer inJpeg(ByteBuffer file) {
        var at = 2;
        while ((file.get(at) & 0xff) == 0xff) {
            var marker = file.get(at + 1) & 0xff;
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (marker == 0xda || marker == 0xd9) {
                return null;
            }
            var length = file.getShort(at + 2) & 0xffff;
            if (marker == 0xe1 && startsWith(file, at + 4, JPEG_MARK)) {
                return file.slice(at + 4 + JPEG_MARK.length, length - 2 - JPEG_MARK.length);
            }
            at += 2 + length;
        }
        return null;
    }

    private static @Nullable ByteBuffer inPng(ByteBuffer file) {
        var at = 8;
        while (at < file.limit()) {
            var length = file.getInt(at);
            if (startsWith(file, at + 4, "eXIf".getBytes(StandardCharsets.US_ASCII))) {
                return file.slice(at + 8, length);
            }
            at = Math.addExact(at, Math.addExact(length, 12));
        }
        return null;
    }

    private static @Nullable ByteBuffer inWebp(ByteBuffer file) {
        var at = 12;
        while (at < file.limit()) {
            var length = file.getInt(at + 4);
            if (startsWith(file, at, "EXIF".getBytes(StandardCharsets.US_ASCII))) {
                var chunk = file.slice(at + 8, length);
                return startsWith(chunk, 0, JPEG_MARK) ? chunk.slice(6, length - 6) : chunk;
            }
            if (length < 0) {
                return null;
            }
            at = at + 8 + length + (length & 1);
        }
        return null;
    }

    private static int read(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        var entries = tiff.getShort(directory) & 0xffff;
        for (var i = 0; i < entries; i++) {
            var entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xffff) == TAG && tiff.getShort(entry + 2) == SHORT_TYPE) {
                var value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static boolean startsWith(ByteBuffer buffer, int at, byte[] mark) {
        return buffer.slice(at, mark.length).equals(ByteBuffer.wrap(mark));
    }
}
