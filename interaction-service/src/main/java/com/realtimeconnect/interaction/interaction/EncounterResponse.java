package com.realtimeconnect.interaction.interaction;

/**
 * How two people stand to each other.
 *
 * @param matched whether they are in an interaction or were in the last day
 * @param live whether they are in one now
 */
record EncounterResponse(boolean matched, boolean live) {}
