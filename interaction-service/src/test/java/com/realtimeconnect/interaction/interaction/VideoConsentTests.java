package com.realtimeconnect.interaction.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.realtimeconnect.common.problem.ProblemException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VideoConsentTests {

    private final Meeting meeting = Meeting.active();
    private final Interaction interaction = meeting.interaction;

    @Test
    void isOnWhenTheOtherApproves() {
        interaction.requestVideo(meeting.man, meeting.now());
        assertThat(video()).isEqualTo(VideoState.REQUESTED);

        interaction.answerVideo(meeting.woman, true, meeting.now());
        interaction.answerVideo(meeting.woman, true, meeting.now());

        assertThat(video()).isEqualTo(VideoState.ON);
    }

    @Test
    void isNotTheAskersToApprove() {
        interaction.requestVideo(meeting.man, meeting.now());

        assertThatThrownBy(() -> interaction.answerVideo(meeting.man, true, meeting.now()))
                .isInstanceOf(ProblemException.class)
                .extracting(refusal -> ((ProblemException) refusal).type().status())
                .isEqualTo(403);
        assertThat(video()).isEqualTo(VideoState.REQUESTED);
    }

    @Test
    void isOnWhenBothAsk() {
        interaction.requestVideo(meeting.man, meeting.now());
        interaction.requestVideo(meeting.man, meeting.now());
        interaction.requestVideo(meeting.woman, meeting.now());

        assertThat(video()).isEqualTo(VideoState.ON);
    }

    @Test
    void staysDeniedForTheRestOfTheCall() {
        interaction.requestVideo(meeting.man, meeting.now());
        interaction.answerVideo(meeting.woman, false, meeting.now());

        assertThat(video()).isEqualTo(VideoState.DENIED);
        assertThatThrownBy(() -> interaction.requestVideo(meeting.man, meeting.now()))
                .isInstanceOf(VideoRefusedException.class);
        assertThatThrownBy(() -> interaction.answerVideo(meeting.woman, true, meeting.now()))
                .isInstanceOf(WrongStateException.class);
    }

    @Test
    void isNotAskedForeverAndNotAnsweredLate() {
        interaction.requestVideo(meeting.man, meeting.now());
        meeting.after(Duration.ofSeconds(20));
        assertThatThrownBy(() -> interaction.answerVideo(meeting.woman, true, meeting.now()))
                .isInstanceOf(WrongStateException.class);

        meeting.expire();

        assertThat(video()).isEqualTo(VideoState.OFF);
    }

    @Test
    void isOffAtOnceWhenRevokedAndTheCallEndsIfItIsNotStopped() {
        turnOn();
        interaction.revokeVideo(meeting.woman, meeting.now());
        interaction.revokeVideo(meeting.woman, meeting.now());
        assertThat(video()).isEqualTo(VideoState.OFF);

        meeting.after(Duration.ofMillis(4_999)).expire();
        assertThat(meeting.state()).isEqualTo(InteractionState.ACTIVE);
        meeting.after(Duration.ofMillis(1)).expire();
        assertThat(meeting.view().endReason()).isEqualTo(EndReason.HANG_UP);
    }

    @Test
    void lastsIfTheNextOfferAndItsAnswerAreWithoutVideo() {
        turnOn();
        interaction.revokeVideo(meeting.woman, meeting.now());
        interaction.videoStopOffered(meeting.woman, meeting.now(), Meeting.TIMING);
        meeting.after(Duration.ofSeconds(14)).expire();
        assertThat(meeting.state()).isEqualTo(InteractionState.ACTIVE);

        interaction.videoStopped(meeting.man, meeting.now());
        meeting.after(Duration.ofSeconds(60)).expire();

        assertThat(meeting.state()).isEqualTo(InteractionState.ACTIVE);
    }

    @Test
    void endsTheCallIfTheOfferWithoutVideoIsNeverAnswered() {
        turnOn();
        interaction.revokeVideo(meeting.woman, meeting.now());
        interaction.videoStopOffered(meeting.woman, meeting.now(), Meeting.TIMING);
        meeting.after(Duration.ofSeconds(15)).expire();

        assertThat(meeting.state()).isEqualTo(InteractionState.ENDED);
    }

    @Test
    void canBeAskedForAgainAfterARevocation() {
        turnOn();
        interaction.revokeVideo(meeting.woman, meeting.now());
        interaction.requestVideo(meeting.man, meeting.now());
        interaction.answerVideo(meeting.woman, true, meeting.now());

        assertThat(video()).isEqualTo(VideoState.ON);
        assertThat(meeting.after(Duration.ofSeconds(30)).expire().state()).isEqualTo(InteractionState.ACTIVE);
    }

    private void turnOn() {
        interaction.requestVideo(meeting.woman, meeting.now());
        interaction.answerVideo(meeting.man, true, meeting.now());
    }

    private VideoState video() {
        return meeting.view().video().state();
    }
}
