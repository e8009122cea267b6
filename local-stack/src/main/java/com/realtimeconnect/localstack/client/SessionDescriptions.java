package com.realtimeconnect.localstack.client;

/** Session descriptions and candidates as browsers write them, without a browser. */
public final class SessionDescriptions {

    private static final String FINGERPRINT =
            "7B:8B:F0:65:5F:78:E2:51:3B:AC:6F:F3:3F:46:1B:35:" + "DC:B8:5F:64:1A:24:C2:43:F0:A1:58:D0:A1:2C:19:08";

    private SessionDescriptions() {}

    /** What she offers: her voice. */
    public static String voiceOffer(int version) {
        return description(version, "actpass", "Hw7x", media("audio", 0, "sendrecv", audio()));
    }

    /** What he answers. */
    public static String voiceAnswer(int version) {
        return description(version, "active", "bQ2k", media("audio", 0, "sendrecv", audio()));
    }

    /** An offer that also wants to send a picture. */
    public static String videoOffer(int version) {
        return description(
                version,
                "actpass",
                "Hw7x",
                media("audio", 0, "sendrecv", audio()) + media("video", 1, "sendrecv", video()));
    }

    /** A candidate on the person's own network. */
    public static String hostCandidate(int number) {
        return "candidate:%d 1 udp 2122260223 192.0.2.%d %d typ host generation 0 ufrag Hw7x network-id 1"
                .formatted(842163049 + number, 10 + number, 50000 + number);
    }

    private static String description(int version, String setup, String fragment, String media) {
        var groups = media.contains("m=video") ? "0 1" : "0";
        return ("""
                v=0
                o=- 4611731400430051336 %d IN IP4 127.0.0.1
                s=-
                t=0 0
                a=group:BUNDLE %s
                a=extmap-allow-mixed
                a=msid-semantic: WMS
                """.formatted(version, groups) + media.replace("{setup}", setup).replace("{fragment}", fragment))
                .replace("\n", "\r\n");
    }

    private static String media(String kind, int mid, String direction, String codecs) {
        return """
                m=%s 9 UDP/TLS/RTP/SAVPF %s
                c=IN IP4 0.0.0.0
                a=rtcp:9 IN IP4 0.0.0.0
                a=ice-ufrag:{fragment}
                a=ice-pwd:asd88fgpdd777uzjYhagZg5f
                a=ice-options:trickle
                a=fingerprint:sha-256 %s
                a=setup:{setup}
                a=mid:%d
                a=%s
                a=rtcp-mux
                %s""".formatted(kind, kind.equals("audio") ? "111 63" : "96", FINGERPRINT, mid, direction, codecs);
    }

    private static String audio() {
        return """
                a=rtpmap:111 opus/48000/2
                a=rtcp-fb:111 transport-cc
                a=fmtp:111 minptime=10;useinbandfec=1
                a=rtpmap:63 red/48000/2
                a=fmtp:63 111/111
                """;
    }

    private static String video() {
        return """
                a=rtpmap:96 VP8/90000
                a=rtcp-fb:96 nack pli
                """;
    }
}
