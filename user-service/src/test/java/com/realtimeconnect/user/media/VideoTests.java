package com.realtimeconnect.user.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.common.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoTests {

    private final MediaSniffer sniffer = new MediaSniffer();

    @ParameterizedTest
    @ValueSource(strings = {"isom", "mp42", "iso5", "avc1"})
    void knowsMp4ByItsBrand(String brand) {
        var file = SampleMedia.mp4(brand, 640, 360);
        assertThat(sniffer.sniff(file)).isEqualTo(MediaFormat.MP4);
        var prepared = Mp4Video.prepare(file);
        assertThat(prepared.width()).isEqualTo(640);
        assertThat(prepared.height()).isEqualTo(360);
        assertThat(prepared.bytes()).hasSameSizeAs(file);
    }

    @Test
    void forgetsWhereAnMp4WasFilmed() {
        var file = SampleMedia.mp4("isom", 640, 360);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("52.5163");
        var prepared = Mp4Video.prepare(file);
        assertThat(new String(prepared.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("52.5163", "loci");
    }

    @Test
    void knowsWebmByItsDocumentType() {
        var file = SampleMedia.webm("webm", 640, 360);
        assertThat(sniffer.sniff(file)).isEqualTo(MediaFormat.WEBM);
        assertThat(WebmVideo.prepare(file).width()).isEqualTo(640);
        assertThat(WebmVideo.prepare(file).height()).isEqualTo(360);
    }

    @Test
    void refusesTheirRelatives() {
        for (var file : new byte[][] {
            SampleMedia.mp4("qt  ", 640, 360),
            SampleMedia.mp4("heic", 640, 360),
            SampleMedia.webm("matroska", 640, 360),
            SampleMedia.GIF,
            SampleMedia.ascii("<html><script>alert(1)</script></html>"),
            SampleMedia.ascii("%PDF-1.7 nothing"),
            SampleMedia.ascii("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
            new byte[] {1, 2, 3}
        }) {
            assertThatThrownBy(() -> sniffer.sniff(file)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void refusesWhatIsCutShortAndNeverFallsOver() {
        fuzz(SampleMedia.mp4("isom", 640, 360), Mp4Video::prepare);
        fuzz(SampleMedia.webm("webm", 640, 360), WebmVideo::prepare);
        var mp4 = SampleMedia.mp4("isom", 640, 360);
        for (var length = 0; length < mp4.length; length++) {
            var cut = Arrays.copyOf(mp4, length);
            assertThatThrownBy(() -> Mp4Video.prepare(cut)).isInstanceOf(UndecodableMediaException.class);
        }
    }

    private static void fuzz(byte[] whole, Function<byte[], PreparedMedia> reader) {
        var random = new Random(11);
        for (var i = 0; i < 3_000; i++) {
            var damaged = Arrays.copyOf(whole, random.nextInt(4) == 0 ? random.nextInt(whole.length) : whole.length);
            for (var j = 0; j < 3 && damaged.length > 0; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(reader.apply(damaged).width()).isPositive();
            } catch (UndecodableMediaException refused) {
                assertThat(refused.type().status()).isEqualTo(422);
            }
        }
    }
}
