/**
 * Offers, answers and candidates on their way from one browser to the other. The relay enforces consent and privacy, not
 * the client: it reads what passes ({@code SessionDescription}, {@code IceCandidate}), refuses what it does not
 * understand, and in the steady state asks neither the database nor any other process.
 */
@NullMarked
package com.realtimeconnect.interaction.signaling;

import org.jspecify.annotations.NullMarked;
