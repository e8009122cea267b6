package com.realtimeconnect.queuing.matching;

import com.realtimeconnect.queuing.lua.LuaScript;
import com.realtimeconnect.queuing.matching.Renewal.State;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Runs {@code lua/matching/renew_tickets.lua}. */
@Component
class RenewTicketsScript {

    private final LuaScript script = LuaScript.load("matching/slot", "matching/renew_tickets");
    private final StringRedisTemplate redis;
    private final MatchingProperties properties;

    RenewTicketsScript(StringRedisTemplate redis, MatchingProperties properties) {
        this.redis = redis;
        this.properties = properties;
    }

    List<Renewal> run(QueueSlot slot, List<WaitingTicket> tickets) {
        var arguments = new ArrayList<String>();
        arguments.add(Long.toString(properties.lease().toMillis()));
        tickets.forEach(ticket -> arguments.add(ticket.ticketId().toString()));
        var states = script.run(redis, slot.keys(), arguments.toArray());
        var renewals = new ArrayList<Renewal>();
        for (int index = 0; index < tickets.size(); index++) {
            renewals.add(renewal(tickets.get(index), states.get(index)));
        }
        return renewals;
    }

    private static Renewal renewal(WaitingTicket ticket, String state) {
        return switch (state) {
            case "LEASED" -> new Renewal(ticket, State.LEASED, null);
            case "AWAY" -> new Renewal(ticket, State.AWAY, null);
            case "MISSING" -> new Renewal(ticket, State.LOST, null);
            default -> new Renewal(ticket, State.ENDED, TicketEnd.parse(state));
        };
    }
}
