package com.realtimeconnect.user.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.secret.Secret;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.util.unit.DataSize;

/** Files made to break whoever opens them: refused, or cleaned, and never at more than a bounded cost in memory. */
class UploadBombTests {

    private static final long MEGABYTE = 1024 * 1024;

    private final MediaProperties properties = new MediaProperties(
            null,
            "us-east-1",
            "bucket",
            "key",
            Secret.of("secret"),
            null,
            Duration.ofHours(1),
            null,
            6,
            DataSize.ofMegabytes(5),
            DataSize.ofMegabytes(25),
            40_000_000,
            2048,
            256,
            Duration.ofMinutes(15));
    private final MediaPreparer preparer =
            new MediaPreparer(new MediaSniffer(), new ImageSanitizer(properties), properties);

    static Stream<Arguments> refused() {
        return Stream.of(
                refused("a whole PNG of 40,000 x 40,000", () -> zeros(40_000, 40_000, 1, 0), 422),
                refused("a PNG that only says so", () -> SampleMedia.bomb(40_000, 40_000), 422),
                refused("a PNG with nothing in it", () -> SampleMedia.bomb(6_000, 6_000), 422),
                refused("a JPEG that says 65,535 x 65,535", () -> sized(SampleMedia.jpeg(64, 64), 65_535, 65_535), 422),
                refused("a JPEG with a thousand scans", UploadBombTests::manyScans, 422),
                refused(
                        "a WebP on a canvas of 16,777,216 x 16,777,216",
                        () -> extendedWebp(0xffffff, 0xffffff, 0),
                        422),
                refused("a WebP with a frame of 16,384 x 16,384", () -> losslessWebp(16_384, 16_384), 422),
                refused("an animated WebP with such frames", () -> animatedWebp(16_384), 422),
                refused(
                        "a JPEG with a script for a profile",
                        () -> withSegment(SampleMedia.jpeg(64, 32), 0xe2, SampleMedia.ascii("ICC_PROFILE\0PAYLOAD")),
                        422),
                refused("a GIF of 65,535 x 65,535", UploadBombTests::hugeGif, 415),
                refused("an SVG named .png", () -> SampleMedia.ascii(SVG), 415),
                refused("an SVG after a byte order mark", () -> SampleMedia.ascii("\u00ef\u00bb\u00bf" + SVG), 415),
                refused("a document of nested entities", () -> SampleMedia.ascii(BILLION_LAUGHS), 415),
                refused("a page", () -> SampleMedia.ascii("<!doctype html><script>alert(1)</script>"), 415),
                refused("a zip", UploadBombTests::zip, 415),
                refused("a TIFF", () -> SampleMedia.ascii("II*\0\10\0\0\0"), 415),
                refused("a JPEG in name only", () -> new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, 422));
    }

    @ParameterizedTest
    @MethodSource
    void refused(Supplier<byte[]> file, int status) {
        var bytes = file.get();
        var cost = allocated(() -> assertThatThrownBy(() -> prepare(bytes))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.type().status()).isEqualTo(status)));
        assertThat(cost).as("bytes allocated").isLessThan(160 * MEGABYTE);
    }

    static Stream<Arguments> cleaned() {
        var jpeg = SampleMedia.jpeg(64, 32);
        var png = SampleMedia.png(64, 32);
        return Stream.of(
                cleaned("a zip after a JPEG", () -> SampleMedia.join(jpeg, zip())),
                cleaned("a zip within a JPEG", () -> withSegment(jpeg, 0xfe, zip())),
                cleaned("a page within a JPEG", () -> withSegment(jpeg, 0xfe, SampleMedia.ascii("PAYLOAD<script>"))),
                cleaned("a page after a PNG", () -> SampleMedia.join(png, SampleMedia.ascii("PAYLOAD<?php"))),
                cleaned("a text in a PNG", () -> withChunk(png, "tEXt", SampleMedia.ascii("Comment\0PAYLOAD"))),
                cleaned("a text of 200 MB in a PNG", () -> withChunk(png, "zTXt", deflatedText("Comment\0\0"))),
                cleaned("a profile of 200 MB in a PNG", () -> withChunk(png, "iCCP", deflatedText("profile\0\0"))),
                cleaned("more rows than the PNG says", UploadBombTests::moreRowsThanTold));
    }

    @ParameterizedTest
    @MethodSource
    void cleaned(Supplier<byte[]> file) {
        var bytes = file.get();
        var cost = allocated(() -> {
            var prepared = prepare(bytes);
            var stored = new String(prepared.bytes(), StandardCharsets.ISO_8859_1);
            assertThat(stored).doesNotContain("PAYLOAD", "PK\3\4", "<script>");
            assertThat(SampleMedia.decode(prepared.bytes()).getWidth()).isEqualTo(64);
        });
        assertThat(cost).as("bytes allocated").isLessThan(24 * MEGABYTE);
    }

    /** The most pixels, in the fattest kind: whole it would be 320 MB. */
    @Test
    void takesTheLargestPictureAtABoundedCost() {
        var file = zeros(6_300, 6_300, 16, 6);
        var cost = allocated(() -> assertThat(prepare(file).width()).isEqualTo(2048));
        assertThat(cost).as("bytes allocated").isLessThan(160 * MEGABYTE);
    }

    /** Either way is fine, as long as the frame within does not decide what it costs. */
    @Test
    void looksAtTheCanvasOfAWebpAndNotAtAFrameThatIsLarger() {
        var file = extendedWebp(9, 9, 16_384);
        var cost = allocated(() -> {
            try {
                assertThat(prepare(file).width()).isEqualTo(10);
            } catch (UndecodableMediaException refused) {
                assertThat(refused.type().status()).isEqualTo(422);
            }
        });
        assertThat(cost).as("bytes allocated").isLessThan(24 * MEGABYTE);
    }

    /** Most of what is claimed has to be there; a claim alone costs no more than the largest honest picture. */
    @Test
    void refusesAJpegThatClaimsMorePixelsThanItHas() {
        var file = sized(SampleMedia.jpeg(64, 64), 6_300, 6_300);
        var cost =
                allocated(() -> assertThatThrownBy(() -> prepare(file)).isInstanceOf(UndecodableMediaException.class));
        assertThat(cost).as("bytes allocated").isLessThan(160 * MEGABYTE);
    }

    private PreparedMedia prepare(byte[] bytes) {
        return preparer.prepare(new MockMultipartFile("file", "photo.png", "image/png", bytes));
    }

    private static long allocated(Runnable work) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static Arguments refused(String name, Supplier<byte[]> file, int status) {
        return Arguments.argumentSet(name, file, status);
    }

    private static Arguments cleaned(String name, Supplier<byte[]> file) {
        return Arguments.argumentSet(name, file);
    }

    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><script>alert(1)</script></svg>";

    private static final String BILLION_LAUGHS = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\">"
            + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><svg>&b;</svg>";

    /** A whole PNG of zeros, which is small for its size. */
    private static byte[] zeros(int width, int height, int bitDepth, int colourType) {
        var samples = colourType == 6 ? 4 : 1;
        return SampleMedia.pngOf(
                width, height, bitDepth, colourType, deflated(1 + ((long) width * bitDepth * samples + 7) / 8, height));
    }

    private static byte[] moreRowsThanTold() {
        return SampleMedia.pngOf(64, 32, 8, 2, deflated(1 + 64 * 3L, 1_000_000));
    }

    private static byte[] deflated(long rowBytes, int rows) {
        var deflater = new Deflater(Deflater.BEST_SPEED);
        var bytes = new ByteArrayOutputStream();
        try (var output = new DeflaterOutputStream(bytes, deflater, 64 * 1024)) {
            var row = new byte[Math.toIntExact(rowBytes)];
            for (var i = 0; i < rows; i++) {
                output.write(row);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static byte[] deflatedText(String keyword) {
        return SampleMedia.join(SampleMedia.ascii(keyword), deflated(MEGABYTE, 200));
    }

    private static byte[] withChunk(byte[] png, String name, byte[] content) {
        var afterHeader = 8 + 25;
        return SampleMedia.join(
                Arrays.copyOf(png, afterHeader),
                SampleMedia.chunk(name, content),
                Arrays.copyOfRange(png, afterHeader, png.length));
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        return SampleMedia.join(
                Arrays.copyOf(jpeg, 2),
                new byte[] {(byte) 0xff, (byte) marker},
                ByteBuffer.allocate(2).putShort((short) (content.length + 2)).array(),
                content,
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** The same picture, but with another size in its frame header. */
    private static byte[] sized(byte[] jpeg, int width, int height) {
        var changed = jpeg.clone();
        for (var i = 0; i < changed.length - 9; i++) {
            if (changed[i] == (byte) 0xff && changed[i + 1] == (byte) 0xc0) {
                ByteBuffer.wrap(changed).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
                return changed;
            }
        }
        throw new AssertionError("There is no frame header");
    }

    private static byte[] manyScans() {
        var jpeg = SampleMedia.jpeg(64, 64);
        var scan = new byte[0];
        for (var i = 0; i < jpeg.length - 1; i++) {
            if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) 0xda) {
                scan = Arrays.copyOfRange(jpeg, i, jpeg.length - 2);
            }
        }
        var scans = new ByteArrayOutputStream();
        scans.writeBytes(Arrays.copyOf(jpeg, jpeg.length - 2));
        for (var i = 0; i < 1000; i++) {
            scans.writeBytes(scan);
        }
        scans.writeBytes(new byte[] {(byte) 0xff, (byte) 0xd9});
        return scans.toByteArray();
    }

    private static byte[] losslessWebp(int width, int height) {
        return riff(webpChunk("VP8L", losslessHeader(width, height)));
    }

    private static byte[] extendedWebp(int canvasWidth, int canvasHeight, int frame) {
        var side = frame == 0 ? 1 : frame;
        return riff(SampleMedia.join(
                webpChunk("VP8X", canvas(0, canvasWidth, canvasHeight)),
                webpChunk("VP8L", losslessHeader(side, side))));
    }

    private static byte[] animatedWebp(int frame) {
        var animation = 2;
        var header = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        putThree(header, 6, frame - 1);
        putThree(header, 9, frame - 1);
        var frames = new ByteArrayOutputStream();
        for (var i = 0; i < 1000; i++) {
            frames.writeBytes(webpChunk(
                    "ANMF", SampleMedia.join(header.array(), webpChunk("VP8L", losslessHeader(frame, frame)))));
        }
        return riff(SampleMedia.join(
                webpChunk("VP8X", canvas(animation, frame - 1, frame - 1)),
                webpChunk("ANIM", new byte[6]),
                frames.toByteArray()));
    }

    private static byte[] canvas(int flags, int widthLessOne, int heightLessOne) {
        var canvas = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        canvas.put(0, (byte) flags);
        putThree(canvas, 4, widthLessOne);
        putThree(canvas, 7, heightLessOne);
        return canvas.array();
    }

    private static void putThree(ByteBuffer buffer, int at, int number) {
        buffer.put(at, (byte) number).put(at + 1, (byte) (number >> 8)).put(at + 2, (byte) (number >> 16));
    }

    /** The start of a VP8L frame and of its data, which is all that is there. */
    private static byte[] losslessHeader(int width, int height) {
        var bits = (width - 1) | (height - 1) << 14;
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0x2f)
                .putInt(bits)
                .put(SampleMedia.LOSSLESS_WEBP, 25, 8)
                .array();
    }

    private static byte[] webpChunk(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + content.length % 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(SampleMedia.ascii(name))
                .putInt(content.length)
                .put(content)
                .array();
    }

    private static byte[] riff(byte[] chunks) {
        return SampleMedia.join(
                SampleMedia.ascii("RIFF"),
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(4 + chunks.length)
                        .array(),
                SampleMedia.ascii("WEBP"),
                chunks);
    }

    private static byte[] hugeGif() {
        var gif = SampleMedia.GIF.clone();
        Arrays.fill(gif, 6, 10, (byte) 0xff);
        return gif;
    }

    private static byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("PAYLOAD.html"));
            zip.write(SampleMedia.ascii("<script>alert(1)</script>"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }
}
