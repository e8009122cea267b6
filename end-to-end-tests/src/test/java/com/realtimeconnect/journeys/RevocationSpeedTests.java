package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.localstack.client.Person;
import com.realtimeconnect.test.SharedStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** How long after the answer to a suspension anything still reaches the person, over two hundred tries. */
@Order(100)
class SuspensionSpeedTests {

    private static final Clients CLIENTS = new Clients();
    private static final int PEOPLE = 20;

    /** As many at once as leave the machine to what is measured. */
    private static final int AT_ONCE = 5;

    private static final int ROUNDS = 10;
    private static final Duration LIMIT = Duration.ofSeconds(1);

    /** Three bad tries of two hundred are enough: a machine that did something else for a moment is measured again. */
    private static final int MEASUREMENTS = 3;

    private static final List<Service> SOCKETS = List.of(Service.QUEUING, Service.INTERACTION, Service.COMMUNICATION);

    @AfterAll
    static void stop() {
        CLIENTS.close();
    }

    @Test
    void nothingReachesASuspendedPersonAfterASecond() throws Exception {
        var stack = SharedStack.withNodes(2);
        var moderator = Moderator.logIn(CLIENTS, stack.endpoints(1));
        var people = new ArrayList<Person>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < PEOPLE; number++) {
                var endpoints = stack.endpoints(1 + number % 2);
                people.add(Person.man(CLIENTS, endpoints, "Sam" + number));
            }
            suspendAll(threads, moderator, people); // not measured, since ten processes do it for the first time
            var measured = 0;
            Duration p99;
            do {
                var delays = measure(threads, moderator, people);
                assertThat(delays).hasSize(PEOPLE * ROUNDS);
                p99 = Delays.report("Suspension to last delivery", delays);
                measured++;
            } while (p99.compareTo(LIMIT) >= 0 && measured < MEASUREMENTS);
            assertThat(p99).isLessThan(LIMIT);
        } finally {
            people.forEach(Person::close);
        }
    }

    private static List<Duration> measure(ExecutorService threads, Moderator moderator, List<Person> people)
            throws Exception {
        var delays = new ArrayList<Duration>();
        for (var round = 0; round < ROUNDS; round++) {
            delays.addAll(suspendAll(threads, moderator, people));
        }
        return delays;
    }

    /** How long each took. */
    private static List<Duration> suspendAll(ExecutorService threads, Moderator moderator, List<Person> people)
            throws Exception {
        var delays = new ArrayList<Duration>();
        inParallel(threads, people, SuspensionSpeedTests::comeOnline);
        for (var first = 0; first < PEOPLE; first += AT_ONCE) {
            var some = people.subList(first, first + AT_ONCE);
            delays.addAll(inParallel(threads, some, person -> suspend(threads, moderator, person)));
        }
        inParallel(threads, people, person -> letBackIn(moderator, person));
        return delays;
    }

    private static boolean comeOnline(Person person) {
        SOCKETS.forEach(person::connect);
        return true;
    }

    /** From the answer until every socket is closed and no service takes the token any more. */
    private static Duration suspend(ExecutorService threads, Moderator moderator, Person person) throws Exception {
        assertThat(moderator.suspend(person).status()).isEqualTo(200);
        var answered = System.nanoTime();
        var ends = new ArrayList<Future<Long>>();
        for (var service : SOCKETS) {
            ends.add(threads.submit(() -> {
                assertThat(person.socket(service).awaitClose(Duration.ofSeconds(5)))
                        .isEqualTo(4502);
                return System.nanoTime();
            }));
        }
        ends.add(threads.submit(() -> refusedAt(person, Service.USER)));
        ends.add(threads.submit(() -> refusedAt(person, Service.HISTORY)));
        var last = answered;
        for (var end : ends) {
            last = Math.max(last, end.get());
        }
        return Duration.ofNanos(last - answered);
    }

    /** There is nothing at this path, which is told to people only; so asking costs the service nothing else. */
    private static long refusedAt(Person person, Service service) {
        await().atMost(Duration.ofSeconds(5))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> person.get(service, "/nothing").status() == 401);
        return System.nanoTime();
    }

    /** Tokens of the second of the suspension are refused, so it takes a moment until a new one is good. */
    private static boolean letBackIn(Moderator moderator, Person person) {
        moderator.reinstate(person);
        await().atMost(Duration.ofSeconds(5))
                .pollDelay(Duration.ofMillis(700))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    person.refresh();
                    return person.get(Service.USER, "/auth/me").status() == 200;
                });
        return true;
    }

    private interface Step<T> {
        T of(Person person) throws Exception;
    }

    private static <T> List<T> inParallel(ExecutorService threads, List<Person> people, Step<T> step)
            throws InterruptedException, ExecutionException {
        var tasks = people.stream()
                .map(person -> (Callable<T>) () -> step.of(person))
                .toList();
        var results = new ArrayList<T>();
        for (var result : threads.invokeAll(tasks)) {
            results.add(result.get());
        }
        return results;
    }
}
