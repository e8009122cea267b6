package com.realtimeconnect.interaction.signaling;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an SDP asks for (RFC 8866, as JSEP, RFC 8829, uses it). Browsers are lenient, and each in its own way: a line
 * that one skips is a command to the next. So this reads strictly, refuses what it does not understand, and prints what
 * it read byte for byte.
 */
final class SessionDescription {

    private static final String SESSION_LINE_TYPES = "vosbtca";
    private static final Pattern TIMING = Pattern.compile("[0-9]+ [0-9]+");
    private static final Pattern BANDWIDTH = Pattern.compile("[A-Za-z0-9-]+:[0-9]+");

    private final List<SdpLine> session;
    private final List<MediaSection> sections;

    private SessionDescription(List<SdpLine> session, List<MediaSection> sections) {
        this.session = session;
        this.sections = sections;
    }

    /** @throws MalformedSdpException if any line is not understood */
    static SessionDescription parse(String text) {
        var lines = SdpLine.split(text);
        lines.forEach(SessionDescription::requireSound);
        var starts = new ArrayList<Integer>();
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).type() == 'm') {
                starts.add(i);
            }
        }
        if (starts.isEmpty()) {
            throw new MalformedSdpException(Math.max(1, lines.size()), "there is no section");
        }
        var session = List.copyOf(lines.subList(0, starts.getFirst()));
        requireSoundSession(session);
        var sections = new ArrayList<MediaSection>();
        for (var i = 0; i < starts.size(); i++) {
            var start = starts.get(i);
            var end = i + 1 < starts.size() ? starts.get(i + 1) : lines.size();
            sections.add(MediaSection.parse(lines.get(start), List.copyOf(lines.subList(start + 1, end))));
        }
        return new SessionDescription(session, sections);
    }

    private static void requireSoundSession(List<SdpLine> session) {
        var types = session.stream().map(line -> String.valueOf(line.type())).collect(Collectors.joining());
        if (!types.startsWith("vos")
                || !types.matches("vosc?b*t+a*")
                || !session.getFirst().value().equals("0")) {
            throw new MalformedSdpException(1, "a session starts with v=0, o=, s= and t=, each once and in this order");
        }
    }

    private static void requireSound(SdpLine line) {
        switch (line.type()) {
            case 'a' -> requireSoundAttribute(line);
            case 't' -> require(line, TIMING.matcher(line.value()).matches(), "the time is not understood");
            case 'b' -> require(line, BANDWIDTH.matcher(line.value()).matches(), "the bandwidth is not understood");
            case 'm' -> {}
            default ->
                require(line, SESSION_LINE_TYPES.indexOf(line.type()) >= 0, "this kind of line is not understood");
        }
    }

    private static void requireSoundAttribute(SdpLine line) {
        line.requireSoundAttribute();
        var name = line.attributeName();
        if (name.equals("candidate")) {
            IceCandidate.parse(line.value());
        }
        var alone = MediaSection.DIRECTIONS.contains(name) || name.equals("bundle-only");
        require(line, !alone || line.attributeValue() == null, "this attribute stands alone");
    }

    private static void require(SdpLine line, boolean sound, String otherwise) {
        if (!sound) {
            throw new MalformedSdpException(line.number(), otherwise);
        }
    }

    /** Whether its sender could show or send anything but voice. */
    boolean needsVideoConsent() {
        return sections.stream().anyMatch(MediaSection::needsVideoConsent);
    }

    /** Whether the other could go on showing something to its sender. */
    boolean takesVideo() {
        return sections.stream().anyMatch(MediaSection::takesVideo);
    }

    /** The same, without anything that says where its sender is; relayed candidates stay. */
    SessionDescription withoutAddresses() {
        return new SessionDescription(
                AddressFilter.filter(session),
                sections.stream().map(MediaSection::withoutAddresses).toList());
    }

    @Override
    public String toString() {
        return Stream.concat(
                        session.stream(),
                        sections.stream()
                                .flatMap(section ->
                                        Stream.concat(Stream.of(section.description()), section.lines().stream())))
                .map(SdpLine::toString)
                .collect(Collectors.joining());
    }
}
