/**
 * Which offer stands between the two browsers, and what was said in it, kept in Redis for a few minutes: both nodes
 * decide a glare alike, a candidate never overtakes the description it belongs to, and a person whose socket was gone
 * finds what was meant for them. Redis may lose it all; the next offer begins it anew.
 */
@NullMarked
package com.realtimeconnect.interaction.negotiation;

import org.jspecify.annotations.NullMarked;
