package com.realtimeconnect.queuing.matching;

/** A ticket that has left its queue unmatched. */
public record Departure(WaitingTicket ticket, LeaveReason reason) {}
