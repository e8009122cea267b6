package com.realtimeconnect.load.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessageTests {

    private static final String EVENT = """
            MESSAGE
            subscription:e
            destination:/user/queue/events

            {"id":"01a2","type":"found-match","at":"2026-01-01T00:00:00.000Z","data":{"interactionId":"0197","seq":42}}""";

    private final Message message = new Message();

    @Test
    void knowsAnEventByItsWholeType() {
        assertThat(set(EVENT)).isTrue();
        assertThat(message.is(EventTypes.FOUND_MATCH)).isTrue();
        assertThat(message.is(EventTypes.octets("found"))).isFalse();
        assertThat(message.isProblem()).isFalse();
    }

    @Test
    void readsFieldsWhereTheyLie() {
        set(EVENT);
        assertThat(message.text(EventTypes.octets("\"interactionId\":\""))).isEqualTo("0197");
        assertThat(message.number(EventTypes.octets("\"seq\":"))).isEqualTo(42);
        assertThat(message.number(EventTypes.octets("\"none\":"))).isEqualTo(-1);
    }

    @Test
    void tellsAProblemFromAnEvent() {
        set(EVENT.replace("/user/queue/events", "/user/queue/errors"));
        assertThat(message.isProblem()).isTrue();
        assertThat(message.is(EventTypes.FOUND_MATCH)).isFalse();
    }

    @Test
    void readsTheNumberOfAReceipt() {
        set("RECEIPT\nreceipt-id:17\n\n");
        assertThat(message.isReceipt()).isTrue();
        assertThat(message.headNumber(EventTypes.octets("receipt-id:"))).isEqualTo(17);
    }

    @Test
    void refusesWhatHasNoEndOfItsHead() {
        assertThat(set("MESSAGE\nsubscription:e")).isFalse();
    }

    private boolean set(String frame) {
        var octets = frame.getBytes(StandardCharsets.UTF_8);
        return message.set(octets, 0, octets.length);
    }
}
