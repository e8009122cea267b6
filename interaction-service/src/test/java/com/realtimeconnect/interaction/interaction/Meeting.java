package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.test.MutableClock;
import java.time.Duration;
import java.time.Instant;

/** An interaction on its own, with a clock moved by hand. */
final class Meeting {

    static final CallTiming TIMING = new CallTiming(
            Duration.ofSeconds(180),
            Duration.ofSeconds(15),
            Duration.ofSeconds(15),
            Duration.ofSeconds(20),
            Duration.ofHours(24));

    final MutableClock clock = MutableClock.start();
    final UserId woman = UserId.next();
    final UserId man = UserId.next();
    final Interaction interaction = Interaction.propose(
            InteractionId.next(),
            "friendship",
            new Participant(woman, "Ada", "her-ticket", 3),
            new Participant(man, "Bob", "his-ticket", 5),
            clock.instant(),
            clock.instant(),
            TIMING);

    static Meeting proposed() {
        return new Meeting();
    }

    static Meeting connecting() {
        var meeting = proposed();
        meeting.interaction.connect(meeting.woman, "asked", meeting.now(), TIMING);
        return meeting;
    }

    static Meeting active() {
        var meeting = connecting();
        meeting.interaction.mediaConnected(meeting.woman, meeting.now());
        meeting.interaction.mediaConnected(meeting.man, meeting.now());
        return meeting;
    }

    static Meeting ended() {
        var meeting = active();
        meeting.interaction.hangUp(meeting.woman, meeting.now());
        return meeting;
    }

    Instant now() {
        return clock.instant();
    }

    Meeting after(Duration time) {
        clock.advance(time);
        return this;
    }

    /** Decides, and if both have, what comes of it. */
    void keep(UserId by, boolean decision) {
        interaction.keep(by, decision, now());
        interaction.formConnection(now());
    }

    Meeting expire() {
        interaction.expire(now());
        return this;
    }

    InteractionView view() {
        return interaction.view();
    }

    InteractionState state() {
        return view().state();
    }
}
