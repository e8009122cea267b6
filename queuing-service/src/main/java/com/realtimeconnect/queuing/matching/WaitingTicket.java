package com.realtimeconnect.queuing.matching;

import com.realtimeconnect.common.identity.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One stay in a queue, with all that pairing needs to know. It is kept as JSON of plain values, which Lua can read and write
 * back without loss; lists are words with spaces between.
 *
 * @param joinedAtMillis the place in line: {@code joinedAt} for Lua
 * @param asked languages of which the other must speak one, or empty
 * @param speaks languages this person can be asked for
 * @param excluded people this one is not to meet (again)
 * @param ticket the signed form, which the person holds
 */
public record WaitingTicket(
        UUID ticketId,
        UserId userId,
        String intent,
        Side side,
        Instant joinedAt,
        long joinedAtMillis,
        int age,
        int ageMin,
        int ageMax,
        String asked,
        String speaks,
        String excluded,
        String ticket) {

    /** One text of many words, as the script wants it. */
    public static String words(Collection<?> values) {
        return values.stream().map(Object::toString).distinct().collect(Collectors.joining(" "));
    }
}
