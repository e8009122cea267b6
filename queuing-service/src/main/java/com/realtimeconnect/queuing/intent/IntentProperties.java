package com.realtimeconnect.queuing.intent;

import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param intents each {@code name} or {@code name=Label} */
@ConfigurationProperties("connect.queue")
@Validated
record IntentProperties(@NotEmpty List<String> intents) {}
