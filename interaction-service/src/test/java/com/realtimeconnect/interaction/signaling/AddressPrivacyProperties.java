package com.realtimeconnect.interaction.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.interaction.stage.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done to real descriptions: what gets through names nobody's place, and is otherwise what came in. */
class AddressPrivacyProperties {

    private static final List<String> SECRET_ADDRESSES = List.of(
            "203.0.113.9", "10.11.12.13", "2001:db8:1::77", "fe80::a:b", "9b36eaac-bb2e-49bb-bb78-21c41c499900.local");

    @Property(tries = 1_500)
    void noAddressOfItsSenderGetsThrough(@ForAll("telling") String sdp) {
        hide(sdp).ifPresent(hidden -> {
            assertThat(hidden).doesNotContain("192.0.2.2", "fd00::2");
            assertThat(hidden).doesNotContain(SECRET_ADDRESSES);
        });
    }

    @Property(tries = 600)
    void hidingTwiceIsHidingOnce(@ForAll("telling") String sdp) {
        hide(sdp).ifPresent(hidden -> assertThat(hide(hidden)).contains(hidden));
    }

    @Property(tries = 600)
    void everyLineThatTellsNothingGetsThroughUnchanged(@ForAll("telling") String sdp) {
        hide(sdp).ifPresent(hidden -> {
            var harmless = sdp.lines()
                    .filter(line ->
                            line.matches("(a=(mid|rtpmap|fmtp|fingerprint|ice-ufrag|ssrc|setup|msid|extmap).*)|t=.*"))
                    .toList();
            assertThat(hidden.lines().filter(harmless::contains)).containsExactlyElementsOf(harmless);
        });
    }

    @Property(tries = 1_500)
    void whatIsReadIsPrintedByteForByte(@ForAll("mutated") String sdp) {
        parse(sdp).ifPresent(parsed -> assertThat(parsed).hasToString(sdp));
    }

    /** No single changed character makes a sending video section pass for one that needs no consent, unless it is now none. */
    @Property(tries = 1_500)
    void noMutationHidesSentVideo(@ForAll("mutatedVideo") String sdp) {
        parse(sdp).filter(parsed -> !parsed.needsVideoConsent()).ifPresent(parsed -> {
            var video = sdp.substring(sdp.indexOf("m=video"));
            assertThat(video).containsPattern("m=video 0 |a=recvonly|a=inactive");
        });
    }

    @Provide
    Arbitrary<String> telling() {
        var secret = Arbitraries.of(SECRET_ADDRESSES);
        var line = secret.flatMap(address -> Arbitraries.of(
                "a=candidate:1 1 udp 2122194687 " + address + " 50001 typ host generation 0",
                "a=candidate:1 1 UDP 1686052863 " + address + " 50001 typ srflx raddr " + address + " rport 50001",
                "a=candidate:1 1 tcp 1518214911 " + address + " 9 typ prflx tcptype passive",
                "a=candidate:1 1 udp 41885695 198.51.100.7 50000 typ relay raddr " + address + " rport 5 generation 0",
                "a=candidate:1 1 udp 41885695 198.51.100.7 50000 typ relay x-from " + address,
                "c=IN IP4 " + address,
                "c=IN IP6 " + address,
                "a=rtcp:50001 IN IP4 " + address,
                "a=rtcp:50001 IN IP6 " + address,
                "a=remote-candidates:1 " + address + " 50001",
                "a=x-seen:" + address,
                "a=Candidate:1 1 udp 1 " + address + " 50001 typ host",
                "a=candidate:1 1 udp 1 " + address + " 50001 typ Host",
                "a=candidate :1 1 udp 1 " + address + " 50001 typ host",
                "a=rtcp:50001  IN IP4 " + address,
                "C=IN IP4 " + address));
        return Arbitraries.of(Samples.ALL)
                .flatMap(sdp -> line.list()
                        .ofMaxSize(4)
                        .flatMap(lines -> Arbitraries.randomValue(random -> insert(sdp, lines, random))));
    }

    @Provide
    Arbitrary<String> mutated() {
        return Arbitraries.of(Samples.ALL).flatMap(sdp -> Arbitraries.randomValue(random -> mutate(sdp, random)));
    }

    @Provide
    Arbitrary<String> mutatedVideo() {
        return Arbitraries.randomValue(random -> {
            var start = Samples.VIDEO_OFFER.indexOf("m=video");
            return Samples.VIDEO_OFFER.substring(0, start) + mutate(Samples.VIDEO_OFFER.substring(start), random);
        });
    }

    private static String insert(String sdp, List<String> lines, Random random) {
        var all = new ArrayList<>(sdp.lines().toList());
        for (var line : lines) {
            all.add(4 + random.nextInt(all.size() - 4), line);
        }
        return all.stream().map(line -> line + "\r\n").collect(Collectors.joining());
    }

    /** One to three of: a character changed, dropped or doubled; a line dropped, doubled or moved. */
    private static String mutate(String sdp, Random random) {
        var text = sdp;
        for (var left = 1 + random.nextInt(3); left > 0; left--) {
            var at = random.nextInt(text.length());
            var lines = new ArrayList<>(text.lines().toList());
            var line = random.nextInt(lines.size());
            switch (random.nextInt(6)) {
                case 0 -> text = text.substring(0, at) + (char) random.nextInt(128) + text.substring(at + 1);
                case 1 -> text = text.substring(0, at) + text.substring(at + 1);
                case 2 -> text = text.substring(0, at) + text.charAt(at) + text.substring(at);
                case 3 -> {
                    lines.remove(line);
                    text = join(lines);
                }
                case 4 -> {
                    lines.add(line, lines.get(line));
                    text = join(lines);
                }
                default -> {
                    Collections.swap(lines, line, random.nextInt(lines.size()));
                    text = join(lines);
                }
            }
        }
        return text;
    }

    private static String join(List<String> lines) {
        return lines.stream().map(line -> line + "\r\n").collect(Collectors.joining());
    }

    private static Optional<SessionDescription> parse(String sdp) {
        try {
            return Optional.of(SessionDescription.parse(sdp));
        } catch (ProblemException refused) {
            return Optional.empty();
        }
    }

    private static Optional<String> hide(String sdp) {
        try {
            return Optional.of(SessionDescription.parse(sdp).withoutAddresses().toString());
        } catch (ProblemException refused) {
            return Optional.empty();
        }
    }
}
