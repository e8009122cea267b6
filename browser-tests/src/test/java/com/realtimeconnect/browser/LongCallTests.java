package com.realtimeconnect.browser;

import static com.realtimeconnect.browser.PageCouple.awaitMedia;
import static com.realtimeconnect.browser.PageCouple.awaitSound;
import static com.realtimeconnect.browser.PageCouple.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.Stack;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What happens in the middle of a call, in calls that are long enough for it. */
@Order(7)
@BrowserTest
class LongCallTests {

    private final Stack stack = LifelikeStack.get();

    @Test
    void theyAreSeenOnlyWhileBothAgree(Browsers browsers) {
        try (var couple = PageCouple.members(browsers, stack.page())) {
            couple.talk("Casual talk");
            couple.man().press("Ask for video");
            couple.woman().shows("would like to see you");
            assertThat(couple.woman().media().videoFrames()).isZero();
            assertThat(couple.man().media().liveTracks()).containsExactly("audio");
            AccessibilityCheck.passes(couple.woman(), "call with a question");
            couple.woman().pressByKeyboard("Show video");
            couple.both().forEach(person -> awaitMedia(person, media -> media.videoFrames() > 5));
            AccessibilityCheck.passes(couple.man(), "call with pictures");

            couple.woman().press("Stop video");
            for (var person : couple.both()) {
                awaitMedia(person, media -> media.liveTracks().equals(java.util.List.of("audio")));
                person.button("Ask for video").waitFor();
            }
            var frames = couple.man().media().videoFrames();
            couple.both().forEach(PageCouple::awaitSound);
            assertThat(couple.man().media().videoFrames()).isLessThanOrEqualTo(frames + 1);
            panics(couple.woman());
            couple.both().forEach(PageCouple::assertSilent);
            seesAnOrdinaryEnd(couple.man());
            couple.assertNothingWentWrong();
        }
    }

    @Test
    void aCallOutlivesReloadsAndItsNode(Browsers browsers) {
        try (var couple = PageCouple.members(browsers, stack.page())) {
            couple.talk("Friendship");
            for (var person : couple.both()) {
                person.reload();
                person.button("Mute").waitFor();
                couple.both().forEach(PageCouple::awaitSound);
            }
            var node = stack.node(Service.INTERACTION, 2);
            node.kill();
            couple.both().forEach(PageCouple::awaitSound);
            patiently()
                    .until(() -> couple.both().stream()
                            .noneMatch(person ->
                                    person.page().getByText("The call goes on").isVisible()));
            couple.woman().press("Ask for video");
            couple.man().press("Show video");
            awaitMedia(couple.woman(), media -> media.videoFrames() > 0);
            awaitSound(couple.man());
            couple.both().forEach(person -> person.press("Stay in touch"));
            couple.both().forEach(person -> person.button("You said yes").waitFor());
            couple.woman().press("Block");
            couple.woman().confirm("Block");
            couple.woman().shows("What brings you here?");
            couple.both().forEach(PageCouple::assertSilent);
            seesAnOrdinaryEnd(couple.man());
            couple.man().press("Done");
            couple.woman().go("people");
            couple.both().forEach(person -> person.shows("Nobody yet"));
        }
    }

    /** With the keyboard alone: muted and heard again, then out with one key even without a network, and told what was done. */
    private static void panics(PagePerson woman) {
        woman.pressByKeyboard("Mute");
        woman.shows("You are muted");
        woman.pressByKeyboard("Unmute");
        woman.goOffline(true);
        woman.pressByKeyboard("End and report");
        woman.shows("You are out");
        PageCouple.assertSilent(woman);
        woman.goOffline(false);
        woman.shows("Max is blocked");
        woman.button("Say what happened").and(woman.page().locator(":enabled")).waitFor();
        AccessibilityCheck.passes(woman, "after a panic");
        woman.press("Say what happened");
        AccessibilityCheck.passes(woman, "report");
        woman.confirm("Send report");
        woman.shows("We look into it");
        woman.press("Done");
        woman.shows("What brings you here?");
    }

    /** Nobody is told that they were blocked or reported. */
    private static void seesAnOrdinaryEnd(PagePerson man) {
        man.shows("How was it with Wanda?");
        man.shows("The call has ended.");
        assertThat(man.heard()).noneMatch(frame -> frame.contains("blocked") || frame.contains("reported"));
    }
}
