package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.identity.UserId;
import jakarta.validation.constraints.NotNull;

/** Whom to block. */
record BlockRequest(@NotNull UserId userId) {}
