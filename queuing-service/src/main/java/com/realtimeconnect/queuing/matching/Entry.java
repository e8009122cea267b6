package com.realtimeconnect.queuing.matching;

/** What came of bringing a ticket into line. */
public sealed interface Entry {

    /** It fitted somebody at once. */
    record Matched(Pairing pairing) implements Entry {}

    /** @param place counted from 1 */
    record Waiting(WaitingTicket ticket, long place) implements Entry {}

    /** Its owner is not connected: it is kept aside until they are, for the grace. */
    record Away(WaitingTicket ticket) implements Entry {}

    /** It has ended before, and stays so. */
    record Ended(TicketEnd end) implements Entry {}

    /** It is not in the slot. */
    record Missing() implements Entry {}

    /** The time to enter it has run out. */
    record Late() implements Entry {}
}
