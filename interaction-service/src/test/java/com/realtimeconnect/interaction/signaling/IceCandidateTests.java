package com.realtimeconnect.interaction.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.interaction.stage.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IceCandidateTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "candidate:4240771 1 udp 2122194687 192.0.2.2 60549 typ host generation 0 ufrag sOxG network-id 1",
                "candidate:4276773143 1 tcp 1518214911 fd00::2 9 typ host tcptype active generation 0",
                "candidate:0 1 UDP 2122252543 7e3f4d12-0000-4000-8000-000000000000.local 55555 typ host",
                "candidate:1 2 UDP 1686052863 203.0.113.9 61000 typ srflx raddr 10.0.0.1 rport 61000",
                Samples.RELAY_CANDIDATE
            })
    void printsWhatItRead(String text) {
        assertThat(IceCandidate.parse(text)).hasToString(text);
    }

    @Test
    void tellsRelayedFromOthers() {
        assertThat(IceCandidate.parse(Samples.RELAY_CANDIDATE).isRelay()).isTrue();
        assertThat(IceCandidate.parse("candidate:1 1 udp 1 192.0.2.2 9 typ host")
                        .isRelay())
                .isFalse();
    }

    @Test
    void hidesTheRelatedAddressInItsOwnFamily() {
        var six = Samples.RELAY_CANDIDATE.replace("203.0.113.9", "2001:db8::9");

        assertThat(IceCandidate.parse(six).withoutRelatedAddress())
                .hasToString("candidate:3 1 udp 41885695 198.51.100.7 50000 typ relay raddr :: rport 0 generation 0");
    }

    @Test
    void dropsAnExtensionThatHoldsAnAddress() {
        var telling = Samples.RELAY_CANDIDATE + " x-host 203.0.113.9 network-cost 10";

        assertThat(IceCandidate.parse(telling).withoutRelatedAddress().toString())
                .doesNotContain("203.0.113.9")
                .endsWith("generation 0 network-cost 10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "candidate",
                "candidate:",
                "hello",
                "a=candidate:1 1 udp 1 192.0.2.2 9 typ host",
                "candidate:1 1 udp 1 192.0.2.2 9",
                "candidate:1 1 udp 1 192.0.2.2 9 typ",
                "candidate:1 1 udp 1 192.0.2.2 9 typ HOST",
                "candidate:1 1 udp 1 192.0.2.2 9 typ Relay",
                "candidate:1 1 udp 1 192.0.2.2 9 TYP relay",
                "candidate:1 1 udp 1 192.0.2.2 9 typ local",
                "candidate:1 1 udp 1 192.0.2.2 99999 typ host",
                "candidate:1 1 udp 1  192.0.2.2 9 typ host",
                "candidate:1 1 udp 1 192.0.2.2 9 typ host ",
                "candidate:1 1 udp 1 192.0.2.2 9 typ host generation",
                "candidate:1 1 udp 1 192.0.2.2 9 typ relay RADDR 192.0.2.2",
                "candidate:1 1 udp 1 192.0.2.2 9 typ host\r\na=x",
                "candidate:1 1 udp 1 192.0.2.2 9 typ host\n",
                "candidate:1 1 udp x 192.0.2.2 9 typ host",
                " candidate:1 1 udp 1 192.0.2.2 9 typ host"
            })
    void refusesWhatItDoesNotUnderstand(String text) {
        assertThatThrownBy(() -> IceCandidate.parse(text)).isInstanceOf(MalformedCandidateException.class);
    }

    @Test
    void refusesACandidateOfAnyLength() {
        assertThatThrownBy(() -> IceCandidate.parse(Samples.RELAY_CANDIDATE + " x y".repeat(1_000)))
                .isInstanceOf(MalformedCandidateException.class);
    }
}
