package com.realtimeconnect.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.realtimeconnect.localstack.Stack;
import com.realtimeconnect.test.SharedStack;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Two people in two browsers who hear each other. */
@Order(5)
@BrowserTest
@SuppressWarnings("NullAway.Init") // opened before all tests
class CallTests {

    private static Stack stack;

    @BeforeAll
    static void open() {
        stack = SharedStack.withNodes(1);
    }

    @Test
    void meetTalkKeepAndWrite(Browsers browsers) {
        try (var couple = new PageCouple(
                PagePerson.stranger(browsers.hers(), stack.page(), "Wanda"),
                PagePerson.stranger(browsers.his(), stack.page(), "Max"))) {
            var woman = couple.woman();
            var man = couple.man();
            couple.both().forEach(PagePerson::visit);
            AccessibilityCheck.passes(woman, "welcome");
            assertThat(isPaintedAtOnce(woman)).isTrue();
            woman.follow("Create an account");
            AccessibilityCheck.passes(woman, "registration");
            woman.page().goBack();
            woman.registerByHand("a woman");
            man.registerByHand("a man");
            AccessibilityCheck.passes(woman, "profile");
            couple.both().forEach(person -> person.go("meet"));
            woman.shows("Language practice");
            AccessibilityCheck.passes(woman, "meet");

            couple.match("Language practice");
            for (var person : couple.both()) {
                assertThat(person.media().connections()).as("before her yes").isZero();
                assertThat(person.media().liveTracks()).as("before her yes").isEmpty();
            }
            woman.press("Start");
            couple.both().forEach(PageCouple::awaitSound);
            couple.both().forEach(PagePerson::listen);
            couple.both().forEach(person -> person.shows("How was it with"));

            assertThat(woman.loudShare()).as("his voice at hers").isCloseTo(Voice.HIS.loudShare(), within(0.25));
            assertThat(man.loudShare()).as("her voice at his").isCloseTo(Voice.HERS.loudShare(), within(0.25));
            couple.both().forEach(PageCouple::assertSilent);
            AccessibilityCheck.passes(woman, "after the call");
            couple.both().forEach(person -> person.press("Yes, stay in touch"));
            couple.both().forEach(person -> person.press("Write a message"));
            woman.write("Hello again");
            man.reads("Hello again");
            AccessibilityCheck.passes(man, "chat");

            man.closePage();
            woman.write("Are you still there?");
            woman.reads("Are you still there?");
            man.comeBack();
            man.go("people");
            man.shows("Are you still there?");
            couple.assertNothingWentWrong();
        }
    }

    /** Within a second, once in three times: other tests run beside this. */
    private static boolean isPaintedAtOnce(PagePerson person) {
        for (var again = 0; again < 3; again++) {
            if (firstPaint(person) < 1_000) {
                return true;
            }
            person.page().reload();
        }
        return false;
    }

    private static double firstPaint(PagePerson person) {
        var paint = person.page().evaluate("() => performance.getEntriesByName('first-contentful-paint')[0].startTime");
        return ((Number) paint).doubleValue();
    }
}
