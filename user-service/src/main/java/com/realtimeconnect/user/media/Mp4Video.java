package com.realtimeconnect.user.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An MP4 file by its boxes (ISO/IEC 14496-12): whole, with a movie and a picture track. Boxes that carry remarks, such as
 * where it was filmed, become free space; nothing moves, so that the offsets inside stay true.
 */
final class Mp4Video {

    private static final Set<String> BRANDS = Set.of(
            "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "M4VH", "M4VP", "dash",
            "MSNV");
    private static final Set<String> REMARKS = Set.of("udta", "meta", "uuid");
    private static final int HEADER = 8;
    private static final int LARGE_HEADER = 16;

    private Mp4Video() {}

    /** Whether it begins with a file type that is one of MP4's, as QuickTime's own is not. */
    static boolean isMp4(byte[] file) {
        var buffer = ByteBuffer.wrap(file);
        if (file.length < LARGE_HEADER || !"ftyp".equals(name(buffer, 4))) {
            return false;
        }
        var end = Math.min(Math.max(buffer.getInt(0), LARGE_HEADER), Math.min(file.length, 256));
        for (var at = HEADER; at + 4 <= end; at += 4) {
            if (BRANDS.contains(name(buffer, at))) {
                return true;
            }
        }
        return false;
    }

    /** @throws UndecodableMediaException if the boxes do not fit the file or there is no picture */
    static PreparedMedia prepare(byte[] file) {
        try {
            return read(file.clone());
        } catch (IndexOutOfBoundsException | ArithmeticException cutShort) {
            throw broken();
        }
    }

    private static PreparedMedia read(byte[] file) {
        var buffer = ByteBuffer.wrap(file);
        var top = boxes(buffer, 0, file.length);
        var movie = one(top, "moov").orElseThrow(Mp4Video::broken);
        if (one(top, "mdat").isEmpty()) {
            throw broken();
        }
        var inMovie = boxes(buffer, movie.start(), movie.end());
        var tracks = inMovie.stream().filter(box -> box.name().equals("trak")).toList();
        var size = tracks.stream()
                .map(track -> boxes(buffer, track.start(), track.end()))
                .flatMap(inTrack -> one(inTrack, "tkhd").stream())
                .map(header -> size(buffer, header))
                .filter(found -> found.width() > 0 && found.height() > 0)
                .findFirst()
                .orElseThrow(Mp4Video::broken);
        silence(buffer, top);
        silence(buffer, inMovie);
        tracks.forEach(track -> silence(buffer, boxes(buffer, track.start(), track.end())));
        return new PreparedMedia(MediaFormat.MP4, file, null, size.width(), size.height());
    }

    private static List<Box> boxes(ByteBuffer buffer, int from, int to) {
        var boxes = new ArrayList<Box>();
        var at = from;
        while (at < to) {
            var length = Integer.toUnsignedLong(buffer.getInt(at));
            var header = HEADER;
            if (length == 1) {
                length = buffer.getLong(at + HEADER);
                header = LARGE_HEADER;
            } else if (length == 0) {
                length = (long) to - at;
            }
            if (length < header || length > to - at) {
                throw broken();
            }
            boxes.add(new Box(name(buffer, at + 4), at, at + header, Math.toIntExact(at + length)));
            at = Math.toIntExact(at + length);
        }
        return boxes;
    }

    /** Width and height of a track header (8.3.2), in the order in which they are shown. */
    private static Size size(ByteBuffer buffer, Box header) {
        var long64 = buffer.get(header.start()) == 1;
        var matrix = header.start() + (long64 ? 52 : 40);
        var width = buffer.getShort(matrix + 36) & 0xffff;
        var height = buffer.getShort(matrix + 40) & 0xffff;
        var turned = buffer.getInt(matrix) == 0 && buffer.getInt(matrix + 16) == 0;
        return turned ? new Size(height, width) : new Size(width, height);
    }

    private static void silence(ByteBuffer buffer, List<Box> boxes) {
        for (var box : boxes) {
            if (REMARKS.contains(box.name())) {
                buffer.put(box.at() + 4, "free".getBytes(StandardCharsets.US_ASCII));
                buffer.put(box.start(), new byte[box.end() - box.start()]);
            }
        }
    }

    private static Optional<Box> one(List<Box> boxes, String name) {
        return boxes.stream().filter(box -> box.name().equals(name)).findFirst();
    }

    private static String name(ByteBuffer buffer, int at) {
        var name = new byte[4];
        buffer.get(at, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private static UndecodableMediaException broken() {
        return new UndecodableMediaException("The MP4 video is cut short, or has no picture");
    }

    /** One box: where it begins, where its content does, and where both end. */
    private record Box(String name, int at, int start, int end) {}

    private record Size(int width, int height) {}
}
