package com.realtimeconnect.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.core.ConditionFactory;

/** A woman and a man, each in front of a page in a browser with a microphone of its own. */
record PageCouple(PagePerson woman, PagePerson man) implements AutoCloseable {

    static PageCouple members(Browsers browsers, URI address) {
        return new PageCouple(
                PagePerson.member(browsers.hers(), address, "Wanda", "female"),
                PagePerson.member(browsers.his(), address, "Max", "male"));
    }

    List<PagePerson> both() {
        return List.of(woman, man);
    }

    /** Matched, and it is hers to let it begin. */
    void match(String intent) {
        man.join(intent);
        man.shows("Looking for somebody");
        woman.join(intent);
        woman.button("Start").waitFor();
    }

    /** In a call in which both hear each other. */
    void talk(String intent) {
        match(intent);
        woman.press("Start");
        both().forEach(person -> person.button("Mute").waitFor());
        both().forEach(PageCouple::awaitSound);
    }

    /** Waits until more is heard than a moment ago. */
    static void awaitSound(PagePerson person) {
        var before = person.media().audioPackets();
        awaitMedia(person, media -> media.state().equals("connected") && media.audioPackets() > before + 20);
    }

    static void awaitMedia(PagePerson person, Predicate<Media> wanted) {
        patiently().until(person::media, wanted);
    }

    /** Playwright speaks with one thread only. */
    static ConditionFactory patiently() {
        return await().pollInSameThread().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(200));
    }

    /** Nobody records or sends any more. */
    static void assertSilent(PagePerson person) {
        awaitMedia(person, media -> media.open() == 0 && media.liveTracks().isEmpty());
    }

    void assertNothingWentWrong() {
        for (var person : both()) {
            assertThat(person.complaints()).as(person.name() + "'s page").isEmpty();
            assertThat(person.blocked()).as("what the policy blocked").isEmpty();
        }
    }

    @Override
    public void close() {
        both().forEach(PagePerson::close);
    }
}
