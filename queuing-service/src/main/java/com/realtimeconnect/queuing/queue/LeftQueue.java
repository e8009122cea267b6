package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.queuing.matching.LeaveReason;
import java.util.UUID;

/** The data of the event {@code queue-left}. */
record LeftQueue(UUID ticketId, String intent, LeaveReason reason) {}
