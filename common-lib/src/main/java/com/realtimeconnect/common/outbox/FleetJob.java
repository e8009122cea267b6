package com.realtimeconnect.common.outbox;

import java.time.Duration;

/**
 * Work done again and again by one node of the whole fleet; declare a bean for each.
 *
 * @param every the pause between the end of one run and the start of the next
 */
public record FleetJob(String name, Duration every, Runnable work) {}
