package com.realtimeconnect.user.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.common.secret.Secret;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class ImageSanitizerTests {

    private final ImageSanitizer sanitizer = new ImageSanitizer(new MediaProperties(
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
            Duration.ofMinutes(15)));

    /** Where the red half of a picture lies once it stands upright, for each way a camera can be held. */
    @ParameterizedTest
    @CsvSource({
        "1, 64, 32, 8, 16", "2, 64, 32, 56, 16", "3, 64, 32, 56, 16", "4, 64, 32, 8, 16",
        "5, 32, 64, 16, 8", "6, 32, 64, 16, 8", "7, 32, 64, 16, 56", "8, 32, 64, 16, 56"
    })
    void standsPicturesUpright(int orientation, int width, int height, int redX, int redY) {
        for (var prepared : new PreparedMedia[] {
            sanitizer.sanitize(SampleMedia.withExif(SampleMedia.jpeg(64, 32), orientation), MediaFormat.JPEG),
            sanitizer.sanitize(SampleMedia.pngWithExif(SampleMedia.png(64, 32), orientation), MediaFormat.PNG)
        }) {
            assertThat(prepared.width()).isEqualTo(width);
            assertThat(prepared.height()).isEqualTo(height);
            var image = SampleMedia.decode(prepared.bytes());
            assertThat(isRed(image, redX, redY)).isTrue();
            assertThat(isRed(image, width - 1 - redX, height - 1 - redY)).isFalse();
        }
    }

    @Test
    void keepsNothingButPixels() {
        var prepared = sanitizer.sanitize(SampleMedia.withExif(SampleMedia.jpeg(64, 32), 6), MediaFormat.JPEG);
        var text = new String(prepared.bytes(), StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain("Exif", "52.5163");
    }

    @Test
    void boundsTheSizeAndMakesAThumbnail() {
        var prepared = sanitizer.sanitize(SampleMedia.jpeg(5000, 1000), MediaFormat.JPEG);
        assertThat(prepared.width()).isEqualTo(2048);
        assertThat(prepared.height()).isBetween(408, 411);
        var thumbnail = SampleMedia.decode(Objects.requireNonNull(prepared.thumbnail()));
        assertThat(thumbnail.getWidth()).isEqualTo(256);
        assertThat(thumbnail.getHeight()).isEqualTo(51);
        var small = sanitizer.sanitize(SampleMedia.png(10, 20), MediaFormat.PNG);
        assertThat(SampleMedia.decode(Objects.requireNonNull(small.thumbnail())).getHeight())
                .isEqualTo(20);
    }

    @Test
    void readsEveryKindOfWebp() {
        assertThat(sanitizer.sanitize(SampleMedia.LOSSY_WEBP, MediaFormat.WEBP).width())
                .isEqualTo(1);
        assertThat(sanitizer
                        .sanitize(SampleMedia.LOSSLESS_WEBP, MediaFormat.WEBP)
                        .width())
                .isEqualTo(1);
    }

    @Test
    void refusesTooManyPixelsBeforeDecodingThem() {
        for (var size : new int[][] {{50_000, 50_000}, {Integer.MAX_VALUE, 1}, {40_001, 1_000}}) {
            assertThatThrownBy(() -> sanitizer.sanitize(SampleMedia.bomb(size[0], size[1]), MediaFormat.PNG))
                    .isInstanceOf(UndecodableMediaException.class)
                    .hasMessageContaining("megapixels");
        }
    }

    @Test
    void refusesWhatIsCutShortOrDamagedWithoutFallingOver() {
        var random = new Random(7);
        for (var format : new MediaFormat[] {MediaFormat.JPEG, MediaFormat.PNG}) {
            var whole = format == MediaFormat.JPEG
                    ? SampleMedia.withExif(SampleMedia.jpeg(200, 100), 3)
                    : SampleMedia.pngWithExif(SampleMedia.png(200, 100), 3);
            assertThatThrownBy(() -> sanitizer.sanitize(Arrays.copyOf(whole, whole.length / 2), format))
                    .isInstanceOf(UndecodableMediaException.class);
            for (var i = 0; i < 150; i++) {
                var damaged = whole.clone();
                for (var j = 0; j < 4; j++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                trySanitize(damaged, format);
            }
        }
        for (var i = 0; i < 150; i++) {
            var damaged = (i % 2 == 0 ? SampleMedia.LOSSY_WEBP : SampleMedia.LOSSLESS_WEBP).clone();
            damaged[12 + random.nextInt(damaged.length - 12)] = (byte) random.nextInt(256);
            trySanitize(damaged, MediaFormat.WEBP);
        }
    }

    /** Either way is fine, as long as there is no third. */
    private void trySanitize(byte[] damaged, MediaFormat format) {
        try {
            assertThat(sanitizer.sanitize(damaged, format).width()).isPositive();
        } catch (UndecodableMediaException refused) {
            assertThat(refused.type().status()).isEqualTo(422);
        }
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        var colour = new Color(image.getRGB(x, y));
        return colour.getRed() > colour.getBlue();
    }
}
