package com.realtimeconnect.load.people;

import java.util.UUID;

/** Somebody whom the services know, with a token that they accept. */
public record Account(UUID id, boolean isWoman, String name, String token) {}
