package com.realtimeconnect.localstack.demo;

import com.realtimeconnect.localstack.Endpoints;
import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.localstack.client.Meeting;
import com.realtimeconnect.localstack.client.Person;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A handful of women and men meet, two by two, talk, keep each other and chat; one of the calls goes wrong. */
public final class Demo {

    private static final List<String> WOMEN =
            List.of("Ada", "Billie", "Clara", "Dora", "Edith", "Frida", "Grace", "Hedy");
    private static final List<String> MEN =
            List.of("Alan", "Boris", "Carl", "Dennis", "Emil", "Frank", "Georg", "Hugo");
    private static final List<String> LINES =
            List.of("That was a good talk.", "It was. Same time tomorrow?", "Tomorrow it is. 🙂");

    /** How many couples there are names for. */
    public static final int MOST_COUPLES = WOMEN.size();

    private final Endpoints endpoints;
    private final Narrator narrator;

    public Demo(Endpoints endpoints, PrintWriter out) {
        this.endpoints = endpoints;
        this.narrator = new Narrator(out);
    }

    /** Plays it and tells it. Returns whether all went as promised. */
    public boolean play(int couples) {
        try (var clients = new Clients();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var intents = intents(clients);
            narrator.chapter(couples + " women and " + couples + " men register, log in and open their sockets");
            var stories = new ArrayList<Future<Story>>();
            for (var number = 0; number < couples; number++) {
                var story = new Story(WOMEN.get(number), MEN.get(number), intents.get(number % intents.size()));
                // One after the other, so that two couples with the same intent do not mix.
                var meeting = introduce(clients, story);
                stories.add(threads.submit(() -> meeting == null ? story : tell(story, meeting)));
            }
            var told = stories.stream().map(Demo::told).toList();
            narrator.chapter("Not every call goes well");
            var safe = new Misconduct(clients, endpoints, narrator).play();
            narrator.summary(told, safe);
            return safe && told.stream().allMatch(Story::endedWell);
        }
    }

    private record Introduced(Person woman, Person man, Meeting meeting) {}

    private List<String> intents(Clients clients) {
        try (var visitor = Person.woman(clients, endpoints, "Visitor")) {
            var offered = visitor.get(Service.QUEUING, "/api/queue/intents").orThrow("intents");
            return offered.valueStream()
                    .map(intent -> intent.path("intent").asString(""))
                    .toList();
        }
    }

    private @Nullable Introduced introduce(Clients clients, Story story) {
        try {
            var woman = Person.woman(clients, endpoints, story.woman());
            var man = Person.man(clients, endpoints, story.man());
            Meeting.comeOnline(woman);
            Meeting.comeOnline(man);
            narrator.says(story, "both are online and want: " + story.intent());
            Meeting.join(woman, story.intent());
            var asked = System.nanoTime();
            Meeting.join(man, story.intent());
            var meeting = Meeting.awaitMatch(woman, man);
            story.matchedAfter(Duration.ofNanos(System.nanoTime() - asked));
            narrator.says(story, "matched, " + story.matchMillis() + " ms after he joined");
            return new Introduced(woman, man, meeting);
        } catch (RuntimeException broken) {
            fail(story, broken);
            return null;
        }
    }

    private Story tell(Story story, Introduced couple) {
        try (var woman = couple.woman();
                var man = couple.man()) {
            var meeting = couple.meeting();
            meeting.sheLetsItBegin();
            narrator.says(story, woman.name() + " lets the call begin");
            var relayed = meeting.exchangeDescriptions();
            narrator.says(story, "offer, answer and candidates relayed, " + relayed + " messages, none changed");
            var endsAt = meeting.mediaConnects();
            narrator.says(story, "they hear each other; the server will end it in " + meeting.callSeconds() + " s");
            story.endedLate(meeting.callSeconds(), meeting.awaitEndByClock(endsAt));
            narrator.says(
                    story, "the server's clock ended the call, " + story.lateMillis() + " ms after the time it named");
            var room = meeting.bothKeep();
            narrator.says(story, "both want to keep in touch, a room is open");
            story.chatted(meeting.chat(room, LINES));
            narrator.says(story, man.name() + " and " + woman.name() + " chat");
            meeting.isLoggedOnce();
            story.logged();
            narrator.says(story, "history shows it once, as kept");
        } catch (RuntimeException broken) {
            fail(story, broken);
        }
        return story;
    }

    private void fail(Story story, RuntimeException broken) {
        var message = String.valueOf(broken.getMessage());
        story.failed(message);
        narrator.says(story, "FAILED: " + message);
    }

    private static Story told(Future<Story> story) {
        try {
            return story.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }
}
