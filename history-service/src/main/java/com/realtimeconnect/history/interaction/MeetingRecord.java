package com.realtimeconnect.history.interaction;

import com.realtimeconnect.common.identity.UserId;
import java.time.Instant;

/** Who met whom in an interaction, and when it ended. */
public record MeetingRecord(UserId womanId, UserId manId, Instant endedAt) {}
