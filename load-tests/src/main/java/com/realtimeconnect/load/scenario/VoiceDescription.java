package com.realtimeconnect.load.scenario;

import com.realtimeconnect.localstack.client.SessionDescriptions;

/** A session description of 3 KB, as browsers write them, as it stands inside JSON. */
final class VoiceDescription {

    private static final int OCTETS = 3_000;
    private static final String FILLING = "a=rtcp-fb:111 transport-cc\r\n";

    static final String JSON_TEXT = build();

    private VoiceDescription() {}

    private static String build() {
        var text = new StringBuilder(SessionDescriptions.voiceOffer(2));
        while (text.length() < OCTETS) {
            text.append(FILLING);
        }
        return text.toString().replace("\r", "\\r").replace("\n", "\\n");
    }
}
