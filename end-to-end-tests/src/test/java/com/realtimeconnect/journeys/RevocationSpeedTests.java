package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.localstack.client.Person;
import com.realtimeconnect.localstack.client.Reply;
import com.realtimeconnect.test.SharedStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** How long after the answer to a suspension, or to a logout, anything still reaches the person. */
@Order(100)
class RevocationSpeedTests {

    private static final Clients CLIENTS = new Clients();
    private static final int PEOPLE = 20;

    /** As many at once as leave the machine to what is measured. */
    private static final int AT_ONCE = 5;

    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A few bad tries are enough to miss the limit: a machine that did something else for a moment is measured again. */
    private static final int MEASUREMENTS = 3;

    private static final List<Service> SOCKETS = List.of(Service.QUEUING, Service.INTERACTION, Service.COMMUNICATION);

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();
    private static final List<Person> people = new ArrayList<>();
    private static Moderator moderator;

    @BeforeAll
    static void register() {
        var stack = SharedStack.withNodes(2);
        moderator = Moderator.logIn(CLIENTS, stack.endpoints(1));
        for (var number = 0; number < PEOPLE; number++) {
            people.add(Person.man(CLIENTS, stack.endpoints(1 + number % 2), "Sam" + number));
        }
    }

    @AfterAll
    static void stop() {
        people.forEach(Person::close);
        THREADS.close();
        CLIENTS.close();
    }

    @Test
    void nothingReachesASuspendedPersonAfterASecond() throws Exception {
        measure("Suspension", 10, new Ending(moderator::suspend, 200, 4502, RevocationSpeedTests::letBackIn));
    }

    /** Fewer rounds, since each costs twenty logins. A new password and an erasure go the same ways as these two. */
    @Test
    void nothingReachesALoginThatWasLeftAfterASecond() throws Exception {
        measure("Logout", 2, new Ending(RevocationSpeedTests::logOut, 204, 4505, Person::logInAgain));
    }

    private static Reply logOut(Person person) {
        return person.post(Service.USER, "/auth/logout", null);
    }

    private static void measure(String what, int rounds, Ending ending) throws Exception {
        endAll(ending); // not measured, since ten processes do it for the first time
        var measured = 0;
        Duration p99;
        do {
            var delays = new ArrayList<Duration>();
            for (var round = 0; round < rounds; round++) {
                delays.addAll(endAll(ending));
            }
            assertThat(delays).hasSize(PEOPLE * rounds);
            p99 = Delays.report(what + " to last delivery", delays);
            measured++;
        } while (p99.compareTo(LIMIT) >= 0 && measured < MEASUREMENTS);
        assertThat(p99).isLessThan(LIMIT);
    }

    /** How long each took. */
    private static List<Duration> endAll(Ending ending) throws Exception {
        var delays = new ArrayList<Duration>();
        inParallel(people, RevocationSpeedTests::comeOnline);
        for (var first = 0; first < PEOPLE; first += AT_ONCE) {
            var some = people.subList(first, first + AT_ONCE);
            delays.addAll(inParallel(some, person -> end(person, ending)));
        }
        inParallel(people, person -> {
            ending.undo().accept(person);
            return true;
        });
        return delays;
    }

    private static boolean comeOnline(Person person) {
        SOCKETS.forEach(person::connect);
        return true;
    }

    /** From the answer until every socket is closed and no service takes the token any more. */
    private static Duration end(Person person, Ending ending) throws Exception {
        assertThat(ending.end().apply(person).status()).isEqualTo(ending.status());
        var answered = System.nanoTime();
        var ends = new ArrayList<Future<Long>>();
        for (var service : SOCKETS) {
            ends.add(THREADS.submit(() -> {
                assertThat(person.socket(service).awaitClose(PATIENCE)).isEqualTo(ending.closeCode());
                return System.nanoTime();
            }));
        }
        ends.add(THREADS.submit(() -> refusedAt(person, Service.USER)));
        ends.add(THREADS.submit(() -> refusedAt(person, Service.HISTORY)));
        var last = answered;
        for (var end : ends) {
            last = Math.max(last, end.get());
        }
        return Duration.ofNanos(last - answered);
    }

    /** There is nothing at this path, which is told to people only; so asking costs the service nothing else. */
    private static long refusedAt(Person person, Service service) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> person.get(service, "/nothing").status() == 401);
        return System.nanoTime();
    }

    /** Tokens of the second of the suspension are refused, so it takes a moment until a new one is good. */
    private static void letBackIn(Person person) {
        moderator.reinstate(person);
        await().pollDelay(Duration.ofMillis(700))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    person.refresh();
                    return person.get(Service.USER, "/auth/me").status() == 200;
                });
    }

    /** Something after which a token is good for nothing, and how it is answered. */
    private record Ending(Function<Person, Reply> end, int status, int closeCode, Consumer<Person> undo) {}

    private interface Step<T> {
        T of(Person person) throws Exception;
    }

    private static <T> List<T> inParallel(List<Person> people, Step<T> step)
            throws InterruptedException, ExecutionException {
        var tasks = people.stream()
                .map(person -> (Callable<T>) () -> step.of(person))
                .toList();
        var results = new ArrayList<T>();
        for (var result : THREADS.invokeAll(tasks)) {
            results.add(result.get());
        }
        return results;
    }
}
