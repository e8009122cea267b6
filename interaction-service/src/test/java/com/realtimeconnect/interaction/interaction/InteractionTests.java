package com.realtimeconnect.interaction.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.realtimeconnect.common.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InteractionTests {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void isProposedUntilSheAnswers() {
        var meeting = Meeting.proposed();

        assertThat(meeting.state()).isEqualTo(InteractionState.PROPOSED);
        assertThat(meeting.view().times().nextDeadline())
                .isEqualTo(meeting.now().plusSeconds(15));
    }

    @Test
    void connectsWhenSheSaysSo() {
        var meeting = Meeting.connecting();

        assertThat(meeting.state()).isEqualTo(InteractionState.CONNECTING);
        assertThat(meeting.interaction.takeFreshEntries())
                .extracting(ConsentEntry::action, ConsentEntry::by)
                .contains(tuple(ConsentAction.CONNECTED, meeting.woman));
    }

    @Test
    void doesNotConnectWhenHeSaysSo() {
        var meeting = Meeting.proposed();

        assertThatThrownBy(() -> meeting.interaction.connect(meeting.man, "asked", meeting.now(), Meeting.TIMING))
                .isInstanceOf(WomenOnlyException.class);
        assertThat(meeting.state()).isEqualTo(InteractionState.PROPOSED);
    }

    @Test
    void doesNotConnectAtTheVeryDeadlineEvenIfNobodyHasNoticedIt() {
        var meeting = Meeting.proposed().after(Duration.ofSeconds(15));

        assertWrongState(() -> meeting.interaction.connect(meeting.woman, "asked", meeting.now(), Meeting.TIMING));
    }

    @Test
    void endsWithoutAnAnswer() {
        var meeting = Meeting.proposed().after(Duration.ofSeconds(15)).expire();

        assertThat(meeting.view().endReason()).isEqualTo(EndReason.NO_ANSWER);
        assertThat(meeting.view().times().nextDeadline()).isNull();
    }

    @Test
    void doesNotExpireTooEarly() {
        var meeting =
                Meeting.proposed().after(Duration.ofSeconds(15).minusMillis(1)).expire();

        assertThat(meeting.state()).isEqualTo(InteractionState.PROPOSED);
    }

    @Test
    void tellsHimOfNoAnswerWhateverTheCause() {
        var declined = Meeting.proposed();
        declined.interaction.decline(declined.woman, declined.now());
        var silent = Meeting.proposed().after(Duration.ofSeconds(15)).expire();

        assertThat(declined.view().endReason()).isEqualTo(EndReason.DECLINED);
        assertThat(declined.view().endReasonFor(declined.man)).isEqualTo(EndReason.NO_ANSWER);
        assertThat(declined.view().endReasonFor(declined.woman)).isEqualTo(EndReason.DECLINED);
        assertThat(silent.view().endReasonFor(silent.man)).isEqualTo(EndReason.NO_ANSWER);
    }

    @Test
    void tellsTheOtherOfABlockAsOfADeclineOrAHangUp() {
        var byHim = Meeting.proposed();
        byHim.interaction.cut(EndReason.BLOCKED, byHim.man, byHim.now());
        var byHer = Meeting.proposed();
        byHer.interaction.cut(EndReason.BLOCKED, byHer.woman, byHer.now());
        var inCall = Meeting.active();
        inCall.interaction.cut(EndReason.BLOCKED, inCall.woman, inCall.now());

        assertThat(byHim.view().endReasonFor(byHim.woman)).isEqualTo(EndReason.DECLINED);
        assertThat(byHer.view().endReasonFor(byHer.man)).isEqualTo(EndReason.NO_ANSWER);
        assertThat(inCall.view().endReasonFor(inCall.man)).isEqualTo(EndReason.HANG_UP);
        assertThat(inCall.view().endReasonFor(inCall.woman)).isEqualTo(EndReason.BLOCKED);
    }

    @Test
    void failsToSetUpIfOneHasNoMedia() {
        var meeting = Meeting.connecting();
        meeting.interaction.mediaConnected(meeting.woman, meeting.now());
        meeting.after(Duration.ofSeconds(15)).expire();

        assertThat(meeting.view().endReason()).isEqualTo(EndReason.SETUP_FAILED);
        assertThat(meeting.view().durationSeconds()).isZero();
    }

    @Test
    void startsItsClockWhenBothHaveMedia() {
        var meeting = Meeting.active();

        assertThat(meeting.state()).isEqualTo(InteractionState.ACTIVE);
        assertThat(meeting.view().times().endsAt()).isEqualTo(meeting.now().plusSeconds(180));
    }

    @Test
    void endsByItsClock() {
        var meeting = Meeting.active().after(Duration.ofSeconds(182)).expire();

        assertThat(meeting.view().endReason()).isEqualTo(EndReason.COMPLETED);
        assertThat(meeting.view().durationSeconds()).isEqualTo(180);
    }

    @Test
    void allowsNoSignalingPastItsEndEvenIfNobodyHasNoticedIt() {
        var meeting = Meeting.active();

        assertThat(meeting.view().allowsSignaling(meeting.now().plusSeconds(179)))
                .isTrue();
        assertThat(meeting.view().allowsSignaling(meeting.now().plusSeconds(180)))
                .isFalse();
    }

    @Test
    void waitsForSomebodyWhoseSocketDropped() {
        var meeting = Meeting.active();
        meeting.interaction.lose(meeting.man, meeting.now(), Duration.ofSeconds(20));
        assertThat(meeting.state()).isEqualTo(InteractionState.RECONNECTING);

        meeting.after(Duration.ofSeconds(19));
        meeting.interaction.regain(meeting.man, meeting.now());

        assertThat(meeting.state()).isEqualTo(InteractionState.ACTIVE);
        assertThat(meeting.after(SECOND).expire().state()).isEqualTo(InteractionState.ACTIVE);
    }

    @Test
    void staysReconnectingWhileTheOtherIsStillAway() {
        var meeting = Meeting.active();
        meeting.interaction.lose(meeting.man, meeting.now(), Duration.ofSeconds(20));
        meeting.interaction.lose(meeting.woman, meeting.now(), Duration.ofSeconds(20));
        meeting.interaction.regain(meeting.man, meeting.now());

        assertThat(meeting.state()).isEqualTo(InteractionState.RECONNECTING);
    }

    @Test
    void endsWhenSomebodyDoesNotComeBack() {
        var meeting = Meeting.active();
        meeting.interaction.lose(meeting.man, meeting.now(), Duration.ofSeconds(20));
        meeting.after(Duration.ofSeconds(20)).expire();

        assertThat(meeting.view().endReason()).isEqualTo(EndReason.PEER_LOST);
    }

    @Test
    void keepsItsClockWhileReconnecting() {
        var meeting = Meeting.active().after(Duration.ofSeconds(170));
        meeting.interaction.lose(meeting.man, meeting.now(), Duration.ofSeconds(20));
        meeting.after(Duration.ofSeconds(10)).expire();

        assertThat(meeting.view().endReason()).isEqualTo(EndReason.COMPLETED);
    }

    @Test
    void doesNotMindADropBeforeTheCall() {
        var meeting = Meeting.connecting();
        meeting.interaction.lose(meeting.man, meeting.now(), Duration.ofSeconds(20));

        assertThat(meeting.state()).isEqualTo(InteractionState.CONNECTING);
    }

    @Test
    void growsWhenBothAskTwiceAtMost() {
        var meeting = Meeting.active();
        for (var times = 1; times <= 2; times++) {
            meeting.interaction.extend(meeting.woman, meeting.now());
            meeting.interaction.extend(meeting.woman, meeting.now());
            meeting.interaction.extend(meeting.man, meeting.now());
            assertThat(meeting.view().times().endsAt()).isEqualTo(meeting.now().plusSeconds(180L * (times + 1)));
        }
        assertThatThrownBy(() -> meeting.interaction.extend(meeting.woman, meeting.now()))
                .isInstanceOf(NoMoreExtensionsException.class);
    }

    @Test
    void showsNothingOfASingleYes() {
        var meeting = Meeting.active();
        var before = meeting.view();
        meeting.interaction.extend(meeting.woman, meeting.now());
        meeting.interaction.keep(meeting.woman, true, meeting.now());

        assertThat(meeting.view())
                .usingRecursiveComparison()
                .ignoringFields("step")
                .isEqualTo(before);
    }

    @Test
    void connectsTheTwoOnceBothKeep() {
        var meeting = Meeting.ended().after(Duration.ofHours(23));
        meeting.keep(meeting.man, true);
        meeting.keep(meeting.woman, false);
        assertThat(meeting.view().connectionId()).isNull();

        meeting.keep(meeting.woman, true);
        var formed = meeting.view().connectionId();
        meeting.keep(meeting.woman, false);
        meeting.keep(meeting.woman, true);

        assertThat(formed).isNotNull();
        assertThat(meeting.view().connectionId()).isEqualTo(formed);
        assertThat(meeting.interaction.takeFreshEntries())
                .filteredOn(entry -> entry.action() == ConsentAction.CONNECTION_FORMED)
                .hasSize(1);
    }

    @Test
    void keepsNothingADayAfterOrWithoutACall() {
        var late = Meeting.ended().after(Duration.ofHours(24));
        assertWrongState(() -> late.interaction.keep(late.woman, true, late.now()));

        var early = Meeting.connecting();
        assertWrongState(() -> early.interaction.keep(early.woman, true, early.now()));
    }

    @Test
    void takesFeedbackOnceAndAfterTheEnd() {
        var live = Meeting.active();
        assertWrongState(() -> live.interaction.giveFeedback(live.woman, 5, List.of("kind"), live.now()));

        var ended = Meeting.ended();
        ended.interaction.giveFeedback(ended.woman, 5, List.of("kind"), ended.now());
        ended.interaction.giveFeedback(ended.woman, 5, List.of("kind"), ended.now());
        assertThatThrownBy(() -> ended.interaction.giveFeedback(ended.woman, 1, List.of("kind"), ended.now()))
                .isInstanceOf(FeedbackGivenException.class);
    }

    @ParameterizedTest
    @MethodSource("commandsOfACall")
    void refusesTheCommandsOfACallOutsideOfOne(Command command) {
        for (var meeting : List.of(Meeting.proposed(), Meeting.connecting(), Meeting.ended())) {
            assertWrongState(() -> command.run(meeting));
        }
    }

    static Stream<Command> commandsOfACall() {
        return Stream.of(
                meeting -> meeting.interaction.requestVideo(meeting.woman, meeting.now()),
                meeting -> meeting.interaction.answerVideo(meeting.man, true, meeting.now()),
                meeting -> meeting.interaction.revokeVideo(meeting.man, meeting.now()),
                meeting -> meeting.interaction.extend(meeting.man, meeting.now()));
    }

    @Test
    void repeatsWithoutATrace() {
        var meeting = Meeting.active();
        meeting.interaction.takeFreshEntries();

        meeting.interaction.connect(meeting.woman, "asked", meeting.now(), Meeting.TIMING);
        meeting.interaction.mediaConnected(meeting.man, meeting.now());
        meeting.interaction.hangUp(meeting.man, meeting.now());
        meeting.interaction.hangUp(meeting.man, meeting.now());
        meeting.interaction.hangUp(meeting.woman, meeting.now());
        meeting.interaction.cut(EndReason.BLOCKED, meeting.woman, meeting.now());

        assertThat(meeting.interaction.takeFreshEntries())
                .extracting(ConsentEntry::action)
                .containsExactly(ConsentAction.ENDED);
        assertThat(meeting.view().endReason()).isEqualTo(EndReason.HANG_UP);
    }

    @Test
    void declinesOnceAndNotDuringACall() {
        var meeting = Meeting.proposed();
        meeting.interaction.decline(meeting.man, meeting.now());
        meeting.interaction.decline(meeting.man, meeting.now());
        assertThat(meeting.view().endedBy()).isEqualTo(meeting.man);

        var active = Meeting.active();
        assertWrongState(() -> active.interaction.decline(active.woman, active.now()));
    }

    @Test
    void countsItsLogWithoutAGap() {
        var meeting = Meeting.ended();

        assertThat(meeting.interaction.takeFreshEntries())
                .extracting(ConsentEntry::number)
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    private static void assertWrongState(ThrowingCallable command) {
        assertThatThrownBy(command)
                .isInstanceOf(WrongStateException.class)
                .extracting(refusal -> ((ProblemException) refusal).type().code())
                .isEqualTo("wrong-state");
    }

    /** Something done to a meeting. */
    interface Command {
        void run(Meeting meeting);
    }
}
