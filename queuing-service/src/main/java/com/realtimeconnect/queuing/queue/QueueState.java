package com.realtimeconnect.queuing.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.realtimeconnect.queuing.presence.PresenceStatus;
import org.jspecify.annotations.Nullable;

/** The whole truth about a person at this service; the data of the event {@code state}. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record QueueState(PresenceStatus presence, @Nullable QueuePlace ticket) {}
