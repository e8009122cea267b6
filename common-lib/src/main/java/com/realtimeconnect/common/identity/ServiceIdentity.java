package com.realtimeconnect.common.identity;

/** One of our own services, as a verified token with the scope {@code service} says. */
public record ServiceIdentity(String clientId) {}
