/**
 * The lines of women and men who wait for the same thing, and the one step that pairs two of them.
 *
 * <p>Each intent is one slot of Redis, so that each step is one script and atomic, in a cluster too. A line is a sorted set
 * by time of joining: any place can be found, left or taken again in logarithmic time, and nothing dead stays in it. Whether
 * two fit is decided in {@code slot.lua} alone.
 */
@NullMarked
package com.realtimeconnect.queuing.matching;

import org.jspecify.annotations.NullMarked;
