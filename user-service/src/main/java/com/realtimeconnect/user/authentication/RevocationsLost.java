package com.realtimeconnect.user.authentication;

import java.time.Instant;

/**
 * Redis was emptied, and does not know any more whom it has to refuse. Whoever ended all tokens of a person tells it again.
 *
 * @param since tokens of people who were ended before this have run out by themselves
 */
public record RevocationsLost(Instant since) {}
