package com.realtimeconnect.interaction.keeping;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/** Why another service refuses, as its problem says. It says more. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Refusal(@Nullable String code) {}
