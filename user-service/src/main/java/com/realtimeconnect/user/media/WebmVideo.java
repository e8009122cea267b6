package com.realtimeconnect.user.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A WebM file by its elements (RFC 8794, RFC 9559): the header says WebM, and a picture track comes before the first cluster. */
final class WebmVideo {

    private static final int EBML = 0x1A45DFA3;
    private static final int DOC_TYPE = 0x4282;
    private static final int SEGMENT = 0x18538067;
    private static final int CLUSTER = 0x1F43B675;
    private static final int TRACKS = 0x1654AE6B;
    private static final int TRACK_ENTRY = 0xAE;
    private static final int VIDEO = 0xE0;
    private static final int PIXEL_WIDTH = 0xB0;
    private static final int PIXEL_HEIGHT = 0xBA;

    private WebmVideo() {}

    static boolean isWebm(byte[] file) {
        try {
            var buffer = ByteBuffer.wrap(file);
            var header = element(buffer, 0, file.length);
            return header.id() == EBML
                    && find(buffer, header, DOC_TYPE)
                            .map(type -> text(buffer, type))
                            .filter("webm"::equals)
                            .isPresent();
        } catch (IndexOutOfBoundsException | UndecodableMediaException cutShort) {
            return false;
        }
    }

    /** @throws UndecodableMediaException if the elements do not fit the file or there is no picture */
    static PreparedMedia prepare(byte[] file) {
        try {
            var buffer = ByteBuffer.wrap(file);
            var header = element(buffer, 0, file.length);
            var segment = element(buffer, header.end(), file.length);
            if (segment.id() != SEGMENT || find(buffer, segment, CLUSTER).isEmpty()) {
                throw broken();
            }
            var tracks = find(buffer, segment, TRACKS).orElseThrow(WebmVideo::broken);
            var video = video(buffer, tracks);
            var width = number(buffer, find(buffer, video, PIXEL_WIDTH).orElseThrow(WebmVideo::broken));
            var height = number(buffer, find(buffer, video, PIXEL_HEIGHT).orElseThrow(WebmVideo::broken));
            if (width < 1 || height < 1 || width > 0xffff || height > 0xffff) {
                throw broken();
            }
            return new PreparedMedia(MediaFormat.WEBM, file, null, (int) width, (int) height);
        } catch (IndexOutOfBoundsException cutShort) {
            throw broken();
        }
    }

    private static Element video(ByteBuffer buffer, Element tracks) {
        for (var at = tracks.start(); at < tracks.end(); ) {
            var track = element(buffer, at, tracks.end());
            if (track.id() == TRACK_ENTRY) {
                var video = find(buffer, track, VIDEO);
                if (video.isPresent()) {
                    return video.get();
                }
            }
            at = track.end();
        }
        throw broken();
    }

    /** The first such child; the search ends at the first cluster, which may be of a size that nobody knew when it was written. */
    private static Optional<Element> find(ByteBuffer buffer, Element parent, int id) {
        for (var at = parent.start(); at < parent.end(); ) {
            var child = element(buffer, at, parent.end());
            if (child.id() == id) {
                return Optional.of(child);
            }
            if (child.id() == CLUSTER) {
                break;
            }
            at = child.end();
        }
        return Optional.empty();
    }

    private static Element element(ByteBuffer buffer, int at, int limit) {
        var idLength = length(buffer.get(at), 4);
        var id = 0;
        for (var i = 0; i < idLength; i++) {
            id = (id << 8) | (buffer.get(at + i) & 0xff);
        }
        var sizeAt = at + idLength;
        var sizeLength = length(buffer.get(sizeAt), 8);
        long size = buffer.get(sizeAt) & (0xff >> sizeLength);
        var unknown = size == 0xff >> sizeLength;
        for (var i = 1; i < sizeLength; i++) {
            var next = buffer.get(sizeAt + i) & 0xff;
            unknown &= next == 0xff;
            size = (size << 8) | next;
        }
        var start = sizeAt + sizeLength;
        var open = id == SEGMENT || id == CLUSTER;
        if (!open && (unknown || size > (long) limit - start)) {
            throw broken();
        }
        return new Element(id, start, (int) Math.min(limit, unknown ? limit : start + size));
    }

    /** The bytes of a number that tells its own length by its leading zero bits. */
    private static int length(byte first, int most) {
        var length = Integer.numberOfLeadingZeros(first & 0xff) - 23;
        if (length > most) {
            throw broken();
        }
        return length;
    }

    private static long number(ByteBuffer buffer, Element element) {
        long number = 0;
        for (var at = element.start(); at < element.end(); at++) {
            number = (number << 8) | (buffer.get(at) & 0xff);
        }
        return number;
    }

    private static String text(ByteBuffer buffer, Element element) {
        var bytes = new byte[element.end() - element.start()];
        buffer.get(element.start(), bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static UndecodableMediaException broken() {
        return new UndecodableMediaException("The WebM video is cut short, or has no picture");
    }

    /** One element: where its content begins and ends. */
    private record Element(int id, int start, int end) {}
}
