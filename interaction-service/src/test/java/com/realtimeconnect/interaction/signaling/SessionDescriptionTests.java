package com.realtimeconnect.interaction.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.interaction.stage.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionDescriptionTests {

    private static final String VOICE = """
            v=0
            o=- 1 2 IN IP4 127.0.0.1
            s=-
            t=0 0
            m=audio 9 UDP/TLS/RTP/SAVPF 111
            c=IN IP4 0.0.0.0
            a=sendrecv
            """;

    private static final String VIDEO = "m=video 9 UDP/TLS/RTP/SAVPF 96\nc=IN IP4 0.0.0.0\n";

    @Test
    void printsWhatItReadByteForByte() {
        assertThat(Samples.ALL).allSatisfy(sdp -> {
            assertThat(sdp).contains("\r\n");
            assertThat(SessionDescription.parse(sdp)).hasToString(sdp);
        });
    }

    @Test
    void readsLinesThatEndWithLfAlone() {
        var unix = Samples.VIDEO_OFFER.replace("\r\n", "\n");

        assertThat(SessionDescription.parse(unix)).hasToString(unix);
        assertThat(needsConsent(unix)).isTrue();
    }

    @Test
    void readsALastLineWithoutAnEnd() {
        var stripped = Samples.AUDIO_OFFER.stripTrailing();

        assertThat(SessionDescription.parse(stripped)).hasToString(stripped);
    }

    @Test
    void tellsVoiceFromVideo() {
        assertThat(needsConsent(Samples.AUDIO_OFFER)).isFalse();
        assertThat(needsConsent(Samples.AUDIO_ANSWER)).isFalse();
        assertThat(needsConsent(Samples.GATHERED_OFFER)).isFalse();
        assertThat(needsConsent(Samples.VIDEO_OFFER)).isTrue();
        assertThat(needsConsent(Samples.INACTIVE_VIDEO_OFFER)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=sendrecv\n", "a=sendonly\n", "a=simulcast:send 1;2\na=rid:1 send\na=sendonly\n"})
    void takesVideoForSentUnlessTheSectionSaysOtherwise(String direction) {
        assertThat(needsConsent(VOICE + VIDEO + direction)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=recvonly\n", "a=inactive\n"})
    void allowsVideoThatIsNotSent(String direction) {
        assertThat(needsConsent(VOICE + VIDEO + direction)).isFalse();
    }

    @Test
    void doesNotTrustADirectionOfTheWholeSessionForVideo() {
        var inactiveSession = VOICE.replace("t=0 0\n", "t=0 0\na=inactive\n");

        assertThat(needsConsent(inactiveSession + VIDEO)).isTrue();
    }

    @Test
    void findsTheSecondVideoSection() {
        assertThat(needsConsent(VOICE + VIDEO + "a=inactive\n" + VIDEO + "a=sendonly\n"))
                .isTrue();
    }

    @Test
    void takesARejectedSectionForSilent() {
        var rejected = VIDEO.replace("m=video 9", "m=video 0");

        assertThat(needsConsent(VOICE + rejected + "a=sendrecv\n")).isFalse();
    }

    @Test
    void takesABundledSectionWithPortZeroForSending() {
        var bundled = VIDEO.replace("m=video 9", "m=video 0");

        assertThat(needsConsent(VOICE + bundled + "a=bundle-only\na=sendrecv\n"))
                .isTrue();
    }

    @Test
    void takesADataChannelForWhatNeedsConsent() {
        assertThat(needsConsent(VOICE + "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\na=inactive\n"))
                .isTrue();
        assertThat(needsConsent(VOICE + "m=application 0 UDP/DTLS/SCTP webrtc-datachannel\n"))
                .isFalse();
    }

    /** Each would be read one way here and another way by some browser. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=SendRecv\n",
                "A=sendrecv\n",
                "a= inactive\n",
                "a=inactive \n",
                "a=inactive\t\n",
                "a=inactive\u0000\n",
                "a=inactive\ra=sendrecv\n",
                "a=inactive\u2028a=sendrecv\n",
                "a=inactive\na=sendrecv:yes\n",
                "a=inactive\na=sendrecv\n",
                "a=inactive\na=inactive\n",
                "a=bundle-only:no\n",
                "a=\n",
                "\n",
                "a\n",
                "z=0\n",
                "sendrecv\n"
            })
    void refusesDirectionsThatBrowsersMayReadDifferently(String lines) {
        assertMalformed(VOICE + VIDEO + lines);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m=Video 9 UDP/TLS/RTP/SAVPF 96\n",
                "m=VIDEO 9 UDP/TLS/RTP/SAVPF 96\n",
                "M=video 9 UDP/TLS/RTP/SAVPF 96\n",
                "m=video  9 UDP/TLS/RTP/SAVPF 96\n",
                "m= video 9 UDP/TLS/RTP/SAVPF 96\n",
                "m=video\t9 UDP/TLS/RTP/SAVPF 96\n",
                "m=video 00 UDP/TLS/RTP/SAVPF 96\n",
                "m=video 0x9 UDP/TLS/RTP/SAVPF 96\n",
                "m=video -1 UDP/TLS/RTP/SAVPF 96\n",
                "m=video 65536 UDP/TLS/RTP/SAVPF 96\n",
                "m=video 9/2 UDP/TLS/RTP/SAVPF 96\n",
                "m=video 9 UDP/DTLS/SCTP 96\n",
                "m=application 9 UDP/TLS/RTP/SAVPF 96\n",
                "m=video 9 UDP/TLS/RTP/SAVPF\n",
                "m=text 9 UDP/TLS/RTP/SAVPF 96\n",
                "m=image 9 udptl t38\n"
            })
    void refusesSectionsItDoesNotKnow(String section) {
        assertMalformed(VOICE + section);
    }

    @Test
    void refusesWhatIsNoSession() {
        assertMalformed("");
        assertMalformed("\n");
        assertMalformed("hello");
        assertMalformed("v=0\n");
        assertMalformed(VOICE.replace("v=0", "v=1"));
        assertMalformed(VOICE.replace("v=0\n", ""));
        assertMalformed(VOICE.replace("t=0 0\n", ""));
        assertMalformed(VOICE.replace("s=-\n", "s=-\ns=-\n"));
        assertMalformed("m=audio 9 UDP/TLS/RTP/SAVPF 111\n" + VOICE);
        assertMalformed("\uFEFF" + VOICE);
        assertMalformed(VOICE + "v=0\n");
        assertMalformed(VOICE.substring(0, VOICE.indexOf("m=")));
    }

    @Test
    void refusesACandidateLineItCannotRead() {
        assertThatThrownBy(() -> SessionDescription.parse(VOICE + "a=candidate:1 1 udp 1 192.0.2.1 9 type host\n"))
                .isInstanceOf(MalformedCandidateException.class);
    }

    private static boolean needsConsent(String sdp) {
        return SessionDescription.parse(sdp).needsVideoConsent();
    }

    private static void assertMalformed(String sdp) {
        assertThatThrownBy(() -> SessionDescription.parse(sdp)).isInstanceOf(MalformedSdpException.class);
    }
}
