package com.realtimeconnect.interaction.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Session descriptions as a browser made them. */
public final class Samples {

    public static final String AUDIO_OFFER = read("chromium-156-audio-offer.sdp");
    public static final String AUDIO_ANSWER = read("chromium-156-audio-answer.sdp");
    public static final String GATHERED_OFFER = read("chromium-156-audio-offer-gathered.sdp");
    public static final String VIDEO_OFFER = read("chromium-156-audio-video-offer.sdp");
    public static final String INACTIVE_VIDEO_OFFER = read("chromium-156-audio-video-inactive-offer.sdp");
    public static final List<String> ALL =
            List.of(AUDIO_OFFER, AUDIO_ANSWER, GATHERED_OFFER, VIDEO_OFFER, INACTIVE_VIDEO_OFFER);

    public static final String HOST_CANDIDATE =
            "candidate:4240771 1 udp 2122194687 192.0.2.2 60549 typ host generation 0 ufrag sOxG network-id 1";

    public static final String RELAY_CANDIDATE =
            "candidate:3 1 udp 41885695 198.51.100.7 50000 typ relay raddr 203.0.113.9 rport 61000 generation 0";

    private Samples() {}

    private static String read(String name) {
        try (var stream = Objects.requireNonNull(Samples.class.getResourceAsStream("/sdp/" + name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
