package com.realtimeconnect.communication.message;

/** A message became a tombstone, and both members are to be told. */
public record MessageDeleted(Message message) {}
