package com.realtimeconnect.queuing.matching;

import com.realtimeconnect.common.identity.UserId;
import org.jspecify.annotations.Nullable;

/**
 * How a ticket ended, as its mark remembers for a minute.
 *
 * @param peer with whom, if it was matched
 */
public record TicketEnd(LeaveReason reason, @Nullable UserId peer) {

    static TicketEnd parse(String mark) {
        var words = mark.split(" ", 2);
        return new TicketEnd(LeaveReason.of(words[0]), words.length == 2 ? UserId.of(words[1]) : null);
    }

    public boolean isMatched() {
        return reason == LeaveReason.MATCHED;
    }
}
