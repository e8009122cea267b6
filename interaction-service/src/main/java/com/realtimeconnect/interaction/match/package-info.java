/**
 * Matches on their way in: read from the streams that queuing-service writes, and confirmed there only when they have
 * become an interaction or were refused for good. A match that a dead node held is taken over by another.
 */
@NullMarked
package com.realtimeconnect.interaction.match;

import org.jspecify.annotations.NullMarked;
