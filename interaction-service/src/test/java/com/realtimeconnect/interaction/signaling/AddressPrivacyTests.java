package com.realtimeconnect.interaction.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.interaction.stage.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPrivacyTests {

    @Test
    void leavesADescriptionWithoutAddressesAsItIs() {
        assertThat(hidden(Samples.AUDIO_OFFER)).isEqualTo(Samples.AUDIO_OFFER);
        assertThat(hidden(Samples.AUDIO_ANSWER)).isEqualTo(Samples.AUDIO_ANSWER);
        assertThat(hidden(Samples.INACTIVE_VIDEO_OFFER)).isEqualTo(Samples.INACTIVE_VIDEO_OFFER);
    }

    @Test
    void makesAGatheredOfferTheOneThatWasNotGathered() {
        assertThat(hidden(Samples.GATHERED_OFFER)).isEqualTo(Samples.AUDIO_OFFER);
    }

    @Test
    void takesEveryAddressOutOfAVideoOffer() {
        assertThat(hidden(Samples.VIDEO_OFFER))
                .doesNotContain("192.0.2.2", "fd00::2", "a=candidate")
                .contains("m=audio 9 UDP/TLS/RTP/SAVPF", "m=video 9 UDP/TLS/RTP/SAVPF");
    }

    @Test
    void keepsARelayedCandidateWithoutItsOwnersAddress() {
        var gathered = Samples.AUDIO_OFFER + "a=" + Samples.RELAY_CANDIDATE + "\r\na=end-of-candidates\r\n";

        assertThat(hidden(gathered))
                .isEqualTo(Samples.AUDIO_OFFER
                        + "a=candidate:3 1 udp 41885695 198.51.100.7 50000 typ relay raddr 0.0.0.0 rport 0 generation 0\r\n"
                        + "a=end-of-candidates\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=rtcp:54609 IN IP4 203.0.113.9\r\n",
                "a=rtcp:54609 IN IP6 2001:db8::9\r\n",
                "a=rtcp:54609\r\n",
                "c=IN IP4 203.0.113.9\r\n",
                "c=IN IP6 2001:db8::9\r\n",
                "a=remote-candidates:1 203.0.113.9 54609\r\n",
                "a=x-debug:host=203.0.113.9\r\n",
                "a=x-debug:[2001:db8::9]:54609\r\n",
                "a=x-name:7e3f4d12-0000-4000-8000-000000000000.local\r\n",
                "a=candidate:1 1 udp 2122194687 203.0.113.9 54609 typ host\r\n",
                "a=candidate:1 1 udp 2122194687 7e3f4d12-0000-4000-8000-000000000000.local 54609 typ host\r\n",
                "a=candidate:1 1 UDP 1685987071 203.0.113.9 54609 typ srflx raddr 10.0.0.1 rport 54609\r\n",
                "a=candidate:1 1 tcp 1518214911 2001:db8::9 9 typ prflx tcptype active\r\n"
            })
    void takesOutWhateverSaysWhereSomebodyIs(String line) {
        assertThat(hidden(Samples.AUDIO_OFFER + line))
                .doesNotContain("203.0.113.9", "2001:db8", ".local", "54609", "10.0.0.1");
    }

    @Test
    void hidesTheAddressOfTheOrigin() {
        var telling = Samples.AUDIO_OFFER.replace("2 IN IP4 127.0.0.1", "2 IN IP4 203.0.113.9");

        assertThat(hidden(telling)).isEqualTo(Samples.AUDIO_OFFER.replace("2 IN IP4 127.0.0.1", "2 IN IP4 0.0.0.0"));
    }

    @Test
    void keepsFingerprintsWhichOnlyLookLikeAddresses() {
        assertThat(hidden(Samples.GATHERED_OFFER)).contains("a=fingerprint:sha-256 9E:A3:F2:B1");
    }

    @Test
    void refusesAConnectionLineItDoesNotUnderstand() {
        assertThatThrownBy(() -> hidden(Samples.AUDIO_OFFER + "c=IN  IP4 203.0.113.9\r\n"))
                .isInstanceOf(MalformedSdpException.class);
        assertThatThrownBy(() -> hidden(Samples.AUDIO_OFFER + "a=rtcp:9 in ip4 203.0.113.9\r\n"))
                .isInstanceOf(MalformedSdpException.class);
    }

    private static String hidden(String sdp) {
        return SessionDescription.parse(sdp).withoutAddresses().toString();
    }
}
