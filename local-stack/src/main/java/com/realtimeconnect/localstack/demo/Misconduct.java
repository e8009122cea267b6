package com.realtimeconnect.localstack.demo;

import com.realtimeconnect.localstack.Endpoints;
import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.localstack.client.Meeting;
import com.realtimeconnect.localstack.client.Person;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A call that goes wrong: she reports him, which ends it, blocks him, and the two do not meet again. */
final class Misconduct {

    private static final String INTENT = "casual";

    private final Clients clients;
    private final Endpoints endpoints;
    private final Narrator narrator;

    Misconduct(Clients clients, Endpoints endpoints, Narrator narrator) {
        this.clients = clients;
        this.endpoints = endpoints;
        this.narrator = narrator;
    }

    /** Plays it and tells it. Returns whether all went as promised. */
    boolean play() {
        var story = new Story("Vera", "Rolf", INTENT);
        try (var woman = Person.woman(clients, endpoints, story.woman());
                var man = Person.man(clients, endpoints, story.man())) {
            Meeting.comeOnline(woman);
            Meeting.comeOnline(man);
            Meeting.join(woman, INTENT);
            Meeting.join(man, INTENT);
            var meeting = Meeting.awaitMatch(woman, man);
            meeting.sheLetsItBegin();
            meeting.mediaConnects();
            narrator.says(story, "they talk, and he behaves badly");
            var millis = report(woman, man, meeting);
            narrator.says(
                    story,
                    woman.name() + " reports him; the call ended for him " + millis
                            + " ms later, and it looks as if she hung up");
            block(woman, man);
            narrator.says(
                    story,
                    woman.name() + " blocks him; her profile is gone for him, and while both queue nobody is matched");
            return true;
        } catch (RuntimeException broken) {
            narrator.says(story, "FAILED: " + broken.getMessage());
            return false;
        }
    }

    /** Returns how long after her asking the call ended for him. */
    private static long report(Person woman, Person man, Meeting meeting) {
        var report = Map.of("interactionId", meeting.interactionId(), "reason", "harassment");
        var asked = System.nanoTime();
        woman.post(Service.USER, "/safety/reports", report).orThrow("report");
        var end = man.await("call-ended");
        check(end.text("reason").equals("hang-up"), "he was told why the call ended");
        woman.await("call-ended");
        return TimeUnit.NANOSECONDS.toMillis(end.arrivedNanos() - asked);
    }

    private static void block(Person woman, Person man) {
        woman.post(Service.USER, "/safety/blocks", Map.of("userId", man.userId()))
                .orThrow("block");
        var card = man.get(Service.USER, "/profiles/" + woman.userId());
        check(card.status() == 404, "he still sees her profile");
        for (var person : new Person[] {woman, man}) {
            Meeting.join(person, INTENT);
            person.await(Service.QUEUING, "queue-joined", event -> true, Duration.ofSeconds(5));
        }
        for (var person : new Person[] {woman, man}) {
            check(person.socket(Service.INTERACTION).unasked("found-match").isEmpty(), "they were matched again");
            person.delete(Service.QUEUING, "/api/queue").orThrow("leave the queue");
        }
    }

    private static void check(boolean isSo, String complaint) {
        if (!isSo) {
            throw new IllegalStateException("Not as promised: " + complaint);
        }
    }
}
