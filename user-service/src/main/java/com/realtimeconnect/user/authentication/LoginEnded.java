package com.realtimeconnect.user.authentication;

import java.util.UUID;

/** A login ended before its time. Fact of the outbox; its tokens must be refused everywhere. */
record LoginEnded(UUID loginId) {}
