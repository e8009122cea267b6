package com.realtimeconnect.interaction.signaling;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A {@code candidate-attribute} (RFC 8839, 5.1), the text after {@code a=}. Read strictly: one space between fields, the
 * four types of the RFC in lower case, extensions in pairs.
 */
final class IceCandidate {

    private static final int LONGEST = 1_024;
    private static final int FIRST_EXTENSION = 8;
    private static final int HIGHEST_PORT = 65_535;

    private static final Pattern BASE = Pattern.compile("candidate:[A-Za-z0-9+/]{1,32} [0-9]{1,3} [A-Za-z0-9-]{1,16}"
            + " [0-9]{1,10} (?<address>[0-9A-Za-z.:_%-]{1,253}) (?<port>[0-9]{1,5}) typ (?<type>host|srflx|prflx|relay)"
            + "(?<extensions>(?: [a-z][a-z0-9-]{0,31} [!-~]{1,256})*)");

    private final List<String> fields;
    private final String type;
    private final String address;

    private IceCandidate(List<String> fields, String type, String address) {
        this.fields = fields;
        this.type = type;
        this.address = address;
    }

    /** @throws MalformedCandidateException if any part of the text is not understood */
    static IceCandidate parse(String text) {
        if (text.length() > LONGEST) {
            throw new MalformedCandidateException("A candidate has at most " + LONGEST + " characters");
        }
        var matcher = BASE.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group("port")) > HIGHEST_PORT) {
            throw new MalformedCandidateException("This is no candidate attribute of RFC 8839");
        }
        return new IceCandidate(List.of(text.split(" ", -1)), matcher.group("type"), matcher.group("address"));
    }

    /** A relayed address belongs to the TURN server; every other kind says where its owner is. */
    boolean isRelay() {
        return type.equals("relay");
    }

    String address() {
        return address;
    }

    /** The same, without the address that its owner has towards the TURN server. */
    IceCandidate withoutRelatedAddress() {
        var kept = new ArrayList<>(fields.subList(0, FIRST_EXTENSION));
        for (var i = FIRST_EXTENSION; i < fields.size(); i += 2) {
            var name = fields.get(i);
            var value = fields.get(i + 1);
            switch (name) {
                case "raddr" -> kept.addAll(List.of(name, Addresses.neutralLike(value)));
                case "rport" -> kept.addAll(List.of(name, "0"));
                default -> {
                    if (!Addresses.appearIn(value)) {
                        kept.addAll(List.of(name, value));
                    }
                }
            }
        }
        return new IceCandidate(kept, type, address);
    }

    @Override
    public String toString() {
        return String.join(" ", fields);
    }
}
