package com.realtimeconnect.history.interaction;

import com.realtimeconnect.common.identity.UserId;
import java.time.Instant;

/** An interaction was written to the log; told inside the transaction that wrote it. */
public record InteractionLogged(UserId womanId, UserId manId, Instant endedAt) {}
