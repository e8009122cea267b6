package com.realtimeconnect.interaction.deadline;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Switches scheduling on. */
@Configuration
@EnableScheduling
class DeadlineConfiguration {}
