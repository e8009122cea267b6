package com.realtimeconnect.load.scenario;

import com.realtimeconnect.load.measure.Latencies;
import com.realtimeconnect.load.socket.ClientFrames;
import com.realtimeconnect.load.socket.EventTypes;
import com.realtimeconnect.load.socket.Message;
import com.realtimeconnect.load.socket.Peer;

/** The candidates of one person for the other in a call, numbered, so that each is known again where it arrives. */
final class CandidateLane {

    private static final int REMEMBERED = 1 << 13;
    private static final int DIGITS = 10;
    private static final int BODY_OCTETS = 300;
    private static final byte[] FIELD = EventTypes.octets("\"candidate\":\"candidate:");

    private final Peer sender;
    private final String interaction;
    private final long[] due = new long[REMEMBERED];
    private byte[] frame;
    private int digitsAt;
    private long sent;
    private long next;
    private long arrived;
    private long refused;

    CandidateLane(Peer sender, String interaction) {
        this.sender = sender;
        this.interaction = interaction;
        frame = frame(1);
        digitsAt = placeOfDigits();
    }

    /** From now on candidates belong to this offer. */
    void negotiate(long negotiation) {
        frame = frame(negotiation);
        digitsAt = placeOfDigits();
    }

    private byte[] frame(long negotiation) {
        var head = "{\"interactionId\":\"" + interaction + "\",\"negotiationId\":" + negotiation
                + ",\"candidate\":\"candidate:" + "0".repeat(DIGITS)
                + " 1 udp 2122260223 192.0.2.7 46154 typ host generation 0 ufrag Hw7x network-id 1 x-pad ";
        var tail = "\",\"sdpMid\":\"0\",\"sdpMLineIndex\":0}";
        var padding = "p".repeat(Math.max(1, BODY_OCTETS - head.length() - tail.length()));
        return ClientFrames.send("/app/call/ice-candidate", head + padding + tail);
    }

    private int placeOfDigits() {
        for (var at = 0; at < frame.length - FIELD.length; at++) {
            if (java.util.Arrays.equals(frame, at, at + FIELD.length, FIELD, 0, FIELD.length)) {
                return at + FIELD.length;
            }
        }
        throw new IllegalStateException("The frame has no candidate");
    }

    void send(long dueAt) {
        due[(int) (sent % REMEMBERED)] = dueAt;
        var number = sent;
        for (var digit = DIGITS - 1; digit >= 0; digit--) {
            frame[digitsAt + digit] = (byte) ('0' + number % 10);
            number /= 10;
        }
        sent++;
        sender.send(frame);
    }

    /**
     * Some before it may be missing, for they may have been refused: whether each has either arrived or been refused is told
     * by their numbers, at the end.
     *
     * @return what is wrong with it, or nothing
     */
    String receive(Message message, Latencies latencies) {
        var number = message.number(FIELD);
        if (number < next || number >= sent) {
            return "candidate " + number + " came where " + next + " or a later one was due";
        }
        latencies.record(System.nanoTime() - due[(int) (number % REMEMBERED)]);
        next = number + 1;
        arrived++;
        return "";
    }

    /** The service had no room for one. */
    void refuse() {
        refused++;
    }

    long onTheirWay() {
        return sent - arrived - refused;
    }
}
