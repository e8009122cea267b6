package com.realtimeconnect.common.outbox;

/**
 * What is stored of a fact.
 *
 * @param payload the fact as JSON
 */
record OutboxEntry(String correlationId, String payload) {}
