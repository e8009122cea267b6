package com.realtimeconnect.browser;

import java.util.List;

/**
 * What a page's browser knows of its connection to the other one.
 *
 * @param connections how many there ever were
 * @param open how many of them are not closed
 * @param liveTracks the kinds of what is being recorded just now
 * @param pair the kinds of the two ends in use, such as {@code relay/relay}
 */
record Media(
        int connections,
        int open,
        List<String> liveTracks,
        String state,
        long audioPackets,
        double audioEnergy,
        long videoFrames,
        String pair) {}
