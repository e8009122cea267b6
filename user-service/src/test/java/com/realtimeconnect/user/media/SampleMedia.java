package com.realtimeconnect.user.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files as phones and browsers make them, built here byte by byte where no library writes them. */
public final class SampleMedia {

    /** One pixel each: lossy, lossless, and with an alpha channel. */
    static final byte[] LOSSY_WEBP = base64("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    static final byte[] LOSSLESS_WEBP = base64("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    static final byte[] GIF = base64("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private SampleMedia() {}

    /** Left half red, right half blue. */
    public static byte[] jpeg(int width, int height) {
        return encode(picture(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    static byte[] png(int width, int height) {
        return encode(picture(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /** The JPEG of a camera held sideways, with the place where it was taken. */
    static byte[] withExif(byte[] jpeg, int orientation) {
        var exif = exif(orientation);
        return join(
                Arrays.copyOf(jpeg, 2),
                new byte[] {(byte) 0xff, (byte) 0xe1},
                ByteBuffer.allocate(2).putShort((short) (exif.length + 8)).array(),
                ascii("Exif\0\0"),
                exif,
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** The same in a PNG, in its own chunk before the picture's data. */
    static byte[] pngWithExif(byte[] png, int orientation) {
        var afterHeader = 8 + 25;
        return join(
                Arrays.copyOf(png, afterHeader),
                chunk("eXIf", exif(orientation)),
                Arrays.copyOfRange(png, afterHeader, png.length));
    }

    /** A PNG whose header promises more pixels than anybody should decode. */
    static byte[] bomb(int width, int height) {
        return pngOf(width, height, 8, 2, new byte[] {0x78, (byte) 0x9c, 3, 0, 0, 0, 0, 1});
    }

    /** A PNG of these deflated rows, whatever its header says. */
    static byte[] pngOf(int width, int height, int bitDepth, int colourType, byte[] deflated) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {
            (byte) bitDepth, (byte) colourType, 0, 0, 0
        });
        return join(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                chunk("IHDR", header.array()),
                chunk("IDAT", deflated),
                chunk("IEND", new byte[0]));
    }

    static byte[] mp4(String brand, int width, int height) {
        var trackHeader = ByteBuffer.allocate(84);
        trackHeader.putInt(40, 0x00010000).putInt(56, 0x00010000).putInt(72, 0x40000000);
        trackHeader.putInt(76, width << 16).putInt(80, height << 16);
        var place = box("udta", box("loci", ascii("52.5163,13.3777")));
        return join(
                box("ftyp", ascii(brand + "\0\0\0\0" + brand)),
                box("moov", join(box("mvhd", new byte[100]), box("trak", box("tkhd", trackHeader.array())), place)),
                box("mdat", new byte[64]));
    }

    static byte[] webm(String documentType, int width, int height) {
        var video =
                element(0xE0, element(0xB0, new byte[] {(byte) (width >> 8), (byte) width}), element(0xBA, new byte[] {
                    (byte) (height >> 8), (byte) height
                }));
        var tracks = element(0x1654AE6B, element(0xAE, element(0xD7, new byte[] {1}), video));
        var cluster = join(new byte[] {0x1F, 0x43, (byte) 0xB6, 0x75, 1, -1, -1, -1, -1, -1, -1, -1}, new byte[32]);
        return join(
                element(0x1A45DFA3, element(0x4282, ascii(documentType))),
                // of unknown size, as browsers record
                join(new byte[] {0x18, 0x53, (byte) 0x80, 0x67, 1, -1, -1, -1, -1, -1, -1, -1}, tracks, cluster));
    }

    static BufferedImage decode(byte[] image) {
        try {
            var decoded = ImageIO.read(new java.io.ByteArrayInputStream(image));
            if (decoded == null) {
                throw new AssertionError("That is no image");
            }
            return decoded;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] exif(int orientation) {
        var directory = ByteBuffer.allocate(26 + 16);
        directory.put(ascii("MM")).putShort((short) 42).putInt(8).putShort((short) 1);
        directory
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        directory.putInt(0).put(ascii("52.5163 13.3777N"));
        return directory.array();
    }

    static byte[] chunk(String name, byte[] content) {
        var crc = new CRC32();
        crc.update(ascii(name));
        crc.update(content);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(ascii(name))
                .put(content)
                .putInt((int) crc.getValue())
                .array();
    }

    private static byte[] box(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(ascii(name))
                .put(content)
                .array();
    }

    private static byte[] element(int id, byte[]... contents) {
        var content = join(contents);
        var idBytes = ByteBuffer.allocate(4).putInt(id).array();
        var first = 0;
        while (idBytes[first] == 0) {
            first++;
        }
        return join(
                Arrays.copyOfRange(idBytes, first, 4),
                new byte[] {(byte) (0x40 | (content.length >> 8)), (byte) content.length},
                content);
    }

    private static BufferedImage picture(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 2, 0, width - width / 2, height);
        canvas.dispose();
        return image;
    }

    private static byte[] encode(BufferedImage image, String format) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, format, bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text);
    }
}
