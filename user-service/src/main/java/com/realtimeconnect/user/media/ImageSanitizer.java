package com.realtimeconnect.user.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;

/**
 * Makes a new image out of an uploaded one: decoded, stood upright, bounded in size and encoded again, so that nothing of
 * the file gets through but its pixels. The size is read from the header and refused before anything is decoded.
 */
@Component
class ImageSanitizer {

    private static final float QUALITY = 0.86f;
    /** Of one decoded picture: 22 megapixels of three bytes. Of larger ones, not every pixel is taken. */
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final int MOST_BYTES_PER_PIXEL = 8;
    private static final int MOST_SCANS = 100;
    private static final byte START_OF_SCAN = (byte) 0xda;

    private final MediaProperties properties;

    ImageSanitizer(MediaProperties properties) {
        this.properties = properties;
    }

    /** @throws UndecodableMediaException if this is no whole image of a sane size */
    PreparedMedia sanitize(byte[] file, MediaFormat format) {
        var decoded = decode(file, format);
        var orientation = ExifOrientation.of(file, format);
        var transparent = decoded.getColorModel().hasAlpha();
        var image = redraw(decoded, orientation, properties.side(), transparent);
        var thumbnail = redraw(image, ExifOrientation.UPRIGHT, properties.thumbnailSide(), false);
        var stored = format == MediaFormat.PNG || transparent ? MediaFormat.PNG : MediaFormat.JPEG;
        return new PreparedMedia(
                stored,
                encode(image, stored),
                encode(thumbnail, MediaFormat.JPEG),
                image.getWidth(),
                image.getHeight());
    }

    private BufferedImage decode(byte[] file, MediaFormat format) {
        var reader = ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT))
                .next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            requireSane(width, height);
            requireFewScans(file, format);
            return decode(reader, step(width, height, bytesPerPixel(reader)));
        } catch (IOException | RuntimeException broken) {
            if (broken instanceof UndecodableMediaException refused) {
                throw refused;
            }
            throw new UndecodableMediaException("The image is damaged or of a kind that is not read here");
        } finally {
            reader.dispose();
        }
    }

    private void requireSane(int width, int height) {
        if (width < 1 || height < 1 || (long) width * height > properties.pixels()) {
            throw new UndecodableMediaException(
                    "An image has at most " + properties.pixels() / 1_000_000 + " megapixels");
        }
    }

    /** Each scan of a progressive JPEG goes over the whole picture again, however little it says. */
    private static void requireFewScans(byte[] file, MediaFormat format) {
        var scans = 0;
        for (var i = 1; format == MediaFormat.JPEG && i < file.length; i++) {
            if (file[i - 1] == (byte) 0xff && file[i] == START_OF_SCAN && ++scans > MOST_SCANS) {
                throw new UndecodableMediaException("The image has too many scans");
            }
        }
    }

    private static int bytesPerPixel(ImageReader reader) throws IOException {
        var raw = reader.getRawImageType(0);
        return raw == null
                ? MOST_BYTES_PER_PIXEL
                : Math.max(1, raw.getColorModel().getPixelSize() / Byte.SIZE);
    }

    /** Which pixels to take: enough for the size that is stored, and no more than fit in what one picture may cost. */
    private int step(int width, int height, int bytesPerPixel) {
        var step = Math.max(1, Math.max(width, height) / (2 * properties.side()));
        while ((long) (width / step) * (height / step) * bytesPerPixel > MOST_BYTES) {
            step++;
        }
        return step;
    }

    /** Takes one pixel of each square of this step. */
    private static BufferedImage decode(ImageReader reader, int step) throws IOException {
        var cutShort = new AtomicBoolean();
        reader.addIIOReadWarningListener((source, warning) -> {
            if (warning.startsWith("Premature") || warning.startsWith("Corrupt")) {
                cutShort.set(true);
            }
        });
        var parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        var image = reader.read(0, parameters);
        if (cutShort.get()) {
            throw new UndecodableMediaException("The image is cut short");
        }
        return image;
    }

    /** A fresh picture, no larger than this side, and never larger than the original. */
    private static BufferedImage redraw(BufferedImage original, int orientation, int side, boolean transparent) {
        var lying = ExifOrientation.isLying(orientation);
        var uprightWidth = lying ? original.getHeight() : original.getWidth();
        var uprightHeight = lying ? original.getWidth() : original.getHeight();
        var scale = Math.min(1.0, (double) side / Math.max(uprightWidth, uprightHeight));
        var drawn = new BufferedImage(
                Math.max(1, (int) Math.round(uprightWidth * scale)),
                Math.max(1, (int) Math.round(uprightHeight * scale)),
                transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var canvas = drawn.createGraphics();
        try {
            draw(canvas, original, orientation, scale, drawn, transparent);
        } finally {
            canvas.dispose();
        }
        return drawn;
    }

    private static void draw(
            Graphics2D canvas,
            BufferedImage original,
            int orientation,
            double scale,
            BufferedImage drawn,
            boolean transparent) {
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        if (!transparent) {
            canvas.setColor(Color.WHITE);
            canvas.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        }
        canvas.scale(scale, scale);
        canvas.drawImage(
                original, ExifOrientation.upright(orientation, original.getWidth(), original.getHeight()), null);
    }

    private static byte[] encode(BufferedImage image, MediaFormat format) {
        var writer = ImageIO.getImageWritersByFormatName(format.name().toLowerCase(Locale.ROOT))
                .next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            var parameters = writer.getDefaultWriteParam();
            if (format == MediaFormat.JPEG) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), parameters);
        } catch (IOException broken) {
            throw new IllegalStateException("An image could not be encoded", broken);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
