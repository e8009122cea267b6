package com.realtimeconnect.queuing.presence;

import com.realtimeconnect.common.identity.UserId;
import java.time.Instant;

/** One person's presence at one moment; also the data of the event {@code presence-changed}. */
record Presence(UserId userId, PresenceStatus status, Instant at) {}
