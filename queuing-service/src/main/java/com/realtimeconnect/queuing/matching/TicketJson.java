package com.realtimeconnect.queuing.matching;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tickets as the scripts keep them. */
@Component
class TicketJson {

    private final JsonMapper json;

    TicketJson(JsonMapper json) {
        this.json = json;
    }

    String write(WaitingTicket ticket) {
        return json.writeValueAsString(ticket);
    }

    WaitingTicket read(String text) {
        return json.readValue(text, WaitingTicket.class);
    }
}
