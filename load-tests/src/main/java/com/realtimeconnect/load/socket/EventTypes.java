package com.realtimeconnect.load.socket;

import java.nio.charset.StandardCharsets;

/** The events that scenarios wait for, as they stand on the wire. */
public final class EventTypes {

    public static final byte[] STATE = octets("state");
    public static final byte[] FOUND_MATCH = octets("found-match");
    public static final byte[] CALL_STARTED = octets("call-started");
    public static final byte[] CALL_ENDED = octets("call-ended");
    public static final byte[] OFFER = octets("offer");
    public static final byte[] ANSWER = octets("answer");
    public static final byte[] ICE_CANDIDATE = octets("ice-candidate");
    public static final byte[] MESSAGE = octets("message");

    private EventTypes() {}

    public static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
