package com.realtimeconnect.common.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * The person behind a request or a socket, as a verified access token says.
 *
 * @param loginId the login (claim {@code sid}) that the token belongs to
 * @param tokenIssuedAt when this token was issued; a revocation of the whole person reaches only older ones
 * @param tokenExpiresAt when this token ends
 */
public record AuthenticatedUser(UserId id, Role role, UUID loginId, Instant tokenIssuedAt, Instant tokenExpiresAt) {}
