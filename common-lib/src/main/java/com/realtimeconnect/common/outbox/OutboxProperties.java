package com.realtimeconnect.common.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param longestPause how long a fact waits at most between two tries; the pauses grow from a second to this */
@ConfigurationProperties("connect.outbox")
record OutboxProperties(@DefaultValue("5m") Duration longestPause) {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 16;

    /** 1, 2, 4 … seconds, at most the longest. */
    Duration pauseAfter(int failuresBefore) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failuresBefore, MOST_DOUBLINGS));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
