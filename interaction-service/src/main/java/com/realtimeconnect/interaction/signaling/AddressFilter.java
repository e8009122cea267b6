package com.realtimeconnect.interaction.signaling;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes out of the lines of a session description whatever says where its owner is; lines that do not are untouched. */
final class AddressFilter {

    private static final Pattern CONNECTION = Pattern.compile("IN IP[46] (?<address>[^ ]+)");
    private static final Pattern RTCP = Pattern.compile("[0-9]{1,5}(?: IN IP[46] (?<address>[^ ]+))?");
    private static final Pattern ORIGIN =
            Pattern.compile("(?<name>[^ ]+) (?<numbers>[0-9]+ [0-9]+) IN IP[46] (?<address>[^ ]+)");

    private AddressFilter() {}

    static List<SdpLine> filter(List<SdpLine> lines) {
        return lines.stream().flatMap(AddressFilter::filter).toList();
    }

    private static Stream<SdpLine> filter(SdpLine line) {
        return switch (line.type()) {
            case 'o' -> Stream.of(origin(line));
            case 'c' -> Stream.of(connection(line));
            case 's' -> Stream.of(Addresses.appearIn(line.value()) ? line.with("-") : line);
            case 'a' -> attribute(line);
            default -> Stream.of(line);
        };
    }

    private static Stream<SdpLine> attribute(SdpLine line) {
        return switch (line.attributeName()) {
            case "candidate" -> {
                var candidate = IceCandidate.parse(line.value());
                yield candidate.isRelay()
                        ? Stream.of(line.with(candidate.withoutRelatedAddress().toString()))
                        : Stream.empty();
            }
            case "remote-candidates" -> Stream.empty();
            case "rtcp" -> Stream.of(rtcp(line));
            case "fingerprint" -> Stream.of(line); // groups of hex digits, which only look like an address
            default -> Addresses.appearIn(line.value()) ? Stream.empty() : Stream.of(line);
        };
    }

    private static SdpLine origin(SdpLine line) {
        var matcher = ORIGIN.matcher(line.value());
        if (!matcher.matches()) {
            throw new MalformedSdpException(line.number(), "the origin is not understood");
        }
        var name = Addresses.appearIn(matcher.group("name")) ? "-" : matcher.group("name");
        var hidden = name + " " + matcher.group("numbers") + " IN IP4 0.0.0.0";
        var telling = !Addresses.isNeutral(matcher.group("address")) || !name.equals(matcher.group("name"));
        return telling ? line.with(hidden) : line;
    }

    private static SdpLine connection(SdpLine line) {
        var matcher = CONNECTION.matcher(line.value());
        if (!matcher.matches()) {
            throw new MalformedSdpException(line.number(), "the connection address is not understood");
        }
        return Addresses.isNeutral(matcher.group("address")) ? line : line.with("IN IP4 0.0.0.0");
    }

    private static SdpLine rtcp(SdpLine line) {
        var value = line.attributeValue();
        var matcher = RTCP.matcher(value == null ? "" : value);
        if (!matcher.matches()) {
            throw new MalformedSdpException(line.number(), "the rtcp attribute is not understood");
        }
        var address = matcher.group("address");
        return "9".equals(value)
                        || (address != null && Addresses.isNeutral(address) && value != null && value.startsWith("9 "))
                ? line
                : line.with("rtcp:9 IN IP4 0.0.0.0");
    }
}
