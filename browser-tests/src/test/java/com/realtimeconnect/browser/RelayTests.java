package com.realtimeconnect.browser;

import static com.realtimeconnect.browser.PageCouple.awaitMedia;
import static com.realtimeconnect.browser.PageCouple.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.localstack.Stack;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** As in production: the voices go through TURN, and the pages are open longer than their tokens live. */
@Order(6)
@BrowserTest
class RelayTests {

    private static final Pattern OTHER_CANDIDATES = Pattern.compile("typ (host|srflx|prflx)");
    private static final Pattern ADDRESS = Pattern.compile("raddr (?!0\\.0\\.0\\.0)|[0-9a-f-]+\\.local");

    private final Stack stack = LifelikeStack.get();

    @Test
    void neitherLearnsTheAddressOfTheOther(Browsers browsers) {
        try (var couple = PageCouple.members(browsers, stack.page());
                var idle = PagePerson.member(browsers.hers(), stack.page(), "Ida", "female")) {
            fallsAsleep(idle);
            var start = System.nanoTime();
            couple.talk("Networking");
            couple.both()
                    .forEach(person -> awaitMedia(person, media -> media.pair().equals("relay/relay")));
            for (var person : couple.both()) {
                assertThat(person.heard()).anyMatch(frame -> frame.contains("typ relay"));
                assertThat(person.heard())
                        .noneMatch(frame -> OTHER_CANDIDATES.matcher(frame).find())
                        .noneMatch(frame -> ADDRESS.matcher(frame).find());
            }

            patiently()
                    .until(() -> System.nanoTime() - start
                            > LifelikeStack.TOKEN_LIFE.plusSeconds(2).toNanos());
            couple.both().forEach(PageCouple::awaitSound);
            couple.both().forEach(person -> person.press("Stay in touch"));
            couple.both().forEach(person -> person.button("You said yes").waitFor());
            couple.woman().press("Hang up");
            couple.both().forEach(person -> person.shows("wants to stay in touch too"));
            worksAfterItsSleep(idle);
        }
    }

    /** As a machine whose lid is closed: its clock stands, and no timer of the page exchanges its token in time. */
    private static void fallsAsleep(PagePerson idle) {
        idle.page().clock().install();
        idle.reload();
        idle.shows("What brings you here?");
        idle.page().clock().pauseAt(System.currentTimeMillis() + 1_000);
    }

    private static void worksAfterItsSleep(PagePerson idle) {
        idle.page().clock().fastForward(LifelikeStack.TOKEN_LIFE.plusSeconds(5).toMillis());
        idle.page().clock().resume();
        idle.go("settings");
        idle.shows("This device");
        idle.go("meet");
        idle.join("Casual talk");
        idle.shows("Looking for somebody");
        idle.press("Stop waiting");
        idle.shows("What brings you here?");
    }
}
