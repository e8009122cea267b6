package com.realtimeconnect.interaction.announcement;

import com.realtimeconnect.interaction.interaction.InteractionStatus;
import org.jspecify.annotations.Nullable;

/** The whole truth about a person at this service. */
record CurrentState(@Nullable InteractionStatus interaction) {}
