package com.realtimeconnect.interaction.signaling;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A section of a session description: its {@code m=} line and what belongs to it. */
record MediaSection(SdpLine description, String media, int port, List<SdpLine> lines) {

    static final Set<String> DIRECTIONS = Set.of("sendrecv", "sendonly", "recvonly", "inactive");

    private static final int DISCARD_PORT = 9;
    private static final int HIGHEST_PORT = 65_535;
    private static final String LINE_TYPES = "cba";

    private static final Pattern DESCRIPTION = Pattern.compile("(?<media>audio|video|application)"
            + " (?<port>0|[1-9][0-9]{0,4}) (?<protocol>[A-Z/]+)(?: [A-Za-z0-9-]+)+");
    private static final Pattern RTP = Pattern.compile("(?:UDP/TLS/|TCP/TLS/|TCP/DTLS/)?RTP/SAVPF?");
    private static final Pattern DATA = Pattern.compile("(?:UDP/|TCP/)?DTLS/SCTP");

    /** @throws MalformedSdpException if any line is not understood */
    static MediaSection parse(SdpLine description, List<SdpLine> lines) {
        var matcher = DESCRIPTION.matcher(description.value());
        if (!matcher.matches()) {
            throw new MalformedSdpException(description.number(), "only sections of audio, video and data are read");
        }
        var media = matcher.group("media");
        var port = Integer.parseInt(matcher.group("port"));
        var protocol = media.equals("application") ? DATA : RTP;
        if (port > HIGHEST_PORT || !protocol.matcher(matcher.group("protocol")).matches()) {
            throw new MalformedSdpException(description.number(), "port and protocol do not fit the medium");
        }
        for (var line : lines) {
            if (LINE_TYPES.indexOf(line.type()) < 0) {
                throw new MalformedSdpException(line.number(), "this line has no place in a section");
            }
        }
        var section = new MediaSection(description, media, port, lines);
        if (section.direction() != null && section.directionLines() > 1) {
            throw new MalformedSdpException(description.number(), "the section has more than one direction");
        }
        return section;
    }

    /**
     * Whether its owner may send what needs consent: any data channel, and video unless the section itself says that it
     * is received only or not at all. A direction of the whole session does not count, for not every browser reads it.
     */
    boolean needsVideoConsent() {
        if (isRejected()) {
            return false;
        }
        return switch (media) {
            case "audio" -> false;
            case "video" -> !"recvonly".equals(direction()) && !"inactive".equals(direction());
            default -> true;
        };
    }

    /** Whether its owner would take in pictures that the other sends. */
    boolean takesVideo() {
        return !isRejected()
                && media.equals("video")
                && !"sendonly".equals(direction())
                && !"inactive".equals(direction());
    }

    /** Port 0 turns a section down, except for one that is bundled with another (RFC 9143). */
    private boolean isRejected() {
        return port == 0 && lines.stream().noneMatch(line -> line.isAttribute("bundle-only"));
    }

    private @Nullable String direction() {
        return lines.stream()
                .filter(line -> line.isAttribute() && DIRECTIONS.contains(line.attributeName()))
                .map(SdpLine::attributeName)
                .findFirst()
                .orElse(null);
    }

    private long directionLines() {
        return lines.stream()
                .filter(line -> line.isAttribute() && DIRECTIONS.contains(line.attributeName()))
                .count();
    }

    MediaSection withoutAddresses() {
        var hidden = port == 0 || port == DISCARD_PORT
                ? description
                : description.with(description.value().replaceFirst(" [0-9]+ ", " " + DISCARD_PORT + " "));
        return new MediaSection(hidden, media, port, AddressFilter.filter(lines));
    }
}
