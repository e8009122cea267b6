package com.realtimeconnect.history.interaction;

import com.realtimeconnect.common.event.Participant;
import com.realtimeconnect.common.event.interaction.InteractionEnded;
import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An interaction that ended, found fit to be logged. */
record LogEntry(InteractionEnded fact, EndReason endReason) {

    static final String INTENT = "[a-z0-9-]{1,32}";

    private static final Pattern INTENT_PATTERN = Pattern.compile(INTENT);
    private static final long LONGEST_SECONDS = Duration.ofDays(7).toSeconds();
    private static final Instant BEFORE_ALL = Instant.parse("2020-01-01T00:00:00Z");

    /** The instants come from several machines, whose clocks differ a little. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** @throws com.realtimeconnect.common.problem.ProblemException 400 if it makes no sense */
    static LogEntry of(InteractionEnded fact, Instant now) {
        if (!isIntent(fact.intent())) {
            throw Problems.invalid("intent", "must match " + INTENT);
        }
        PairRules.require(fact.woman(), fact.man());
        requireTimes(fact, now);
        requireAtMostAWeek("durationSeconds", fact.durationSeconds());
        requireAtMostAWeek("womanWaitSeconds", fact.womanWaitSeconds());
        requireAtMostAWeek("manWaitSeconds", fact.manWaitSeconds());
        return new LogEntry(fact, EndReason.parse(fact.endReason()));
    }

    static boolean isIntent(String text) {
        return INTENT_PATTERN.matcher(text).matches();
    }

    private static void requireTimes(InteractionEnded fact, Instant now) {
        if (fact.proposedAt().isBefore(BEFORE_ALL)) {
            throw Problems.invalid("proposedAt", "must not be before there were any interactions");
        }
        if (fact.endedAt().isBefore(fact.proposedAt().minus(CLOCK_SKEW))) {
            throw Problems.invalid("endedAt", "must not be before proposedAt");
        }
        if (fact.endedAt().isAfter(now.plus(CLOCK_SKEW))) {
            throw Problems.invalid("endedAt", "must not be in the future");
        }
        requireDuring("connectedAt", fact.connectedAt(), fact);
        requireDuring("startedAt", fact.startedAt(), fact);
        if (fact.startedAt() == null && fact.durationSeconds() > 0) {
            throw Problems.invalid("durationSeconds", "must be 0 for a call that never started");
        }
    }

    private static void requireDuring(String field, @Nullable Instant instant, InteractionEnded fact) {
        if (instant != null
                && (instant.isBefore(fact.proposedAt().minus(CLOCK_SKEW))
                        || instant.isAfter(fact.endedAt().plus(CLOCK_SKEW)))) {
            throw Problems.invalid(field, "must be between proposedAt and endedAt");
        }
    }

    private static void requireAtMostAWeek(String field, long seconds) {
        if (seconds > LONGEST_SECONDS) {
            throw Problems.invalid(field, "must be at most " + LONGEST_SECONDS);
        }
    }

    InteractionId interactionId() {
        return fact.interactionId();
    }

    MeetingRecord meeting() {
        return new MeetingRecord(fact.woman().userId(), fact.man().userId(), fact.endedAt());
    }

    Participant of(Side side) {
        return side == Side.FEMALE ? fact.woman() : fact.man();
    }

    long waitSecondsOf(Side side) {
        return side == Side.FEMALE ? fact.womanWaitSeconds() : fact.manWaitSeconds();
    }

    /**
     * What this side may know of the reason. A private one is known to the person it came from; to the other it looks
     * like what the other saw anyway: nobody answered, or, once she had let the call begin, it was hung up.
     */
    EndReason reasonShownTo(Side side) {
        if (!endReason.isPrivate() || of(side).userId().value().equals(fact.endedBy())) {
            return endReason;
        }
        return fact.connectedAt() == null ? EndReason.NO_ANSWER : EndReason.HANG_UP;
    }
}
