package com.realtimeconnect.journeys;

import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.Stack;
import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.localstack.client.Event;
import com.realtimeconnect.localstack.client.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** He joins the queue in which she waits, and she blocks him, at the same moment. */
final class MatchRace implements AutoCloseable {

    private static final Duration APART = Duration.ofMillis(2);

    private final String language;
    private final int delay;
    private @Nullable Person woman;
    private @Nullable Person man;
    private long answeredAt;

    /**
     * @param language which nobody else of the whole run asks for
     * @param delay how many steps later than his joining her block is sent
     */
    MatchRace(String language, int delay) {
        this.language = language;
        this.delay = delay;
    }

    Object run(Clients clients, Stack stack) throws InterruptedException {
        var she = Person.woman(clients, stack.endpoints(1), "Wanda");
        var he = Person.man(clients, stack.endpoints(2), "Max");
        woman = she;
        man = he;
        for (var person : List.of(she, he)) {
            person.connect(Service.QUEUING);
            person.connect(Service.INTERACTION);
        }
        join(she);
        var joining = Thread.ofVirtual().start(() -> join(he));
        LockSupport.parkNanos(APART.multipliedBy(delay).toNanos());
        Blocking.block(she, he).orThrow("block");
        answeredAt = System.nanoTime();
        joining.join();
        return this;
    }

    private void join(Person person) {
        person.socket(Service.QUEUING)
                .send("/app/queue/join", Map.of("intent", "language", "languages", List.of(language)));
    }

    private Stream<Person> both() {
        return Stream.of(Objects.requireNonNull(woman), Objects.requireNonNull(man));
    }

    private Stream<Event> told(String type) {
        return both().flatMap(person -> person.socket(Service.INTERACTION).unasked(type).stream());
    }

    boolean wasTold() {
        return told("found-match").findAny().isPresent();
    }

    /** When the last was heard of a match of theirs. */
    Duration lastAfterAnswer() {
        var last = Stream.concat(told("found-match"), told("call-ended"))
                .mapToLong(Event::arrivedNanos)
                .max()
                .orElse(answeredAt);
        return Duration.ofNanos(Math.max(0, last - answeredAt));
    }

    boolean isStillOn() {
        return both().anyMatch(person ->
                person.get(Service.INTERACTION, "/api/interactions/current").status() != 204);
    }

    @Override
    public void close() {
        both().forEach(Person::close);
    }
}
