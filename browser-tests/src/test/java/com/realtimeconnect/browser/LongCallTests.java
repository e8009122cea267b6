package com.realtimeconnect.browser;

import static com.realtimeconnect.browser.PageCouple.awaitMedia;
import static com.realtimeconnect.browser.PageCouple.awaitSound;
import static com.realtimeconnect.browser.PageCouple.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.ServiceNode;
import com.realtimeconnect.localstack.Stack;
import com.realtimeconnect.test.SharedStack;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What happens in the middle of a call, in calls that are long enough for it. */
@Order(6)
@BrowserTest
@SuppressWarnings("NullAway.Init") // opened before all tests
class LongCallTests {

    private static Stack stack;
    private static Browsers browsers;

    @BeforeAll
    static void open() {
        stack = SharedStack.withNodes(2);
        restart(Map.of("CALL_SECONDS", "90"));
        browsers = Browsers.open();
    }

    @AfterAll
    static void close() {
        browsers.close();
        restart(Map.of());
    }

    private static void restart(Map<String, String> settings) {
        var nodes = stack.nodes(Service.INTERACTION);
        nodes.forEach(ServiceNode::kill);
        nodes.forEach(node -> node.startWith(settings));
        nodes.forEach(ServiceNode::awaitReady);
    }

    @Test
    void theyAreSeenOnlyWhileBothAgree() {
        try (var couple = PageCouple.members(browsers, stack.page())) {
            couple.talk("Casual talk");
            couple.man().press("Ask for video");
            couple.woman().shows("would like to see you");
            assertThat(couple.woman().media().videoFrames()).isZero();
            assertThat(couple.man().media().liveTracks()).containsExactly("audio");
            AccessibilityCheck.passes(couple.woman(), "call with a question");
            couple.woman().press("Show video");
            couple.both().forEach(person -> awaitMedia(person, media -> media.videoFrames() > 5));

            couple.woman().press("Stop video");
            for (var person : couple.both()) {
                awaitMedia(person, media -> media.liveTracks().equals(java.util.List.of("audio")));
                person.button("Ask for video").waitFor();
            }
            var frames = couple.man().media().videoFrames();
            couple.both().forEach(PageCouple::awaitSound);
            assertThat(couple.man().media().videoFrames()).isLessThanOrEqualTo(frames + 1);
            couple.man().press("Hang up");
            couple.both().forEach(PageCouple::assertSilent);
            couple.assertNothingWentWrong();
        }
    }

    @Test
    void aCallOutlivesReloadsAndItsNode() {
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
            couple.woman().press("Hang up");
            couple.both().forEach(PageCouple::assertSilent);
            node.start();
            node.awaitReady();
        }
    }
}
