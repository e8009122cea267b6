package com.realtimeconnect.localstack.demo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of one woman and one man. */
final class Story {

    private final String woman;
    private final String man;
    private final String intent;
    private @Nullable Duration matchedAfter;
    private @Nullable Duration endedLate;
    private int callSeconds;
    private int messages;
    private boolean logged;
    private @Nullable String failure;

    Story(String woman, String man, String intent) {
        this.woman = woman;
        this.man = man;
        this.intent = intent;
    }

    String woman() {
        return woman;
    }

    String man() {
        return man;
    }

    String intent() {
        return intent;
    }

    void matchedAfter(Duration time) {
        matchedAfter = time;
    }

    void endedLate(int seconds, Duration late) {
        callSeconds = seconds;
        endedLate = late;
    }

    void chatted(int count) {
        messages = count;
    }

    void logged() {
        logged = true;
    }

    void failed(String message) {
        failure = message;
    }

    boolean endedWell() {
        return failure == null && logged;
    }

    String matchMillis() {
        return millis(matchedAfter);
    }

    String lateMillis() {
        return millis(endedLate);
    }

    String callLength() {
        return callSeconds == 0 ? "–" : callSeconds + " s";
    }

    String messages() {
        return messages == 0 ? "–" : Integer.toString(messages);
    }

    String outcome() {
        return endedWell() ? "kept, chatted, logged once" : "FAILED";
    }

    private static String millis(@Nullable Duration time) {
        return time == null ? "–" : Long.toString(time.toMillis());
    }
}
