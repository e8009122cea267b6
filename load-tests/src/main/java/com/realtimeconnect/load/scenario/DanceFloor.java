package com.realtimeconnect.load.scenario;

import com.realtimeconnect.load.measure.Await;
import com.realtimeconnect.load.measure.Latencies;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** Where people are matched again and again, with somebody else each time. */
final class DanceFloor implements GuestBook {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration SHORT_WHILE = Duration.ofSeconds(4);
    private static final int TRIES = 8;
    private static final int RESERVE = 20;
    private static final int AT_ONCE = 24;
    private static final int FAST = 500;
    private static final int FEW_OF_THEM = 16;

    private final Ground ground;
    private final Guests guests;
    private final List<Guest> women;
    private final List<Guest> men;
    private final Random random = new Random(5);
    private final Map<String, Pair> pairs = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger dancing = new AtomicInteger();
    private final AtomicInteger matches = new AtomicInteger();
    private final long openedAtSeconds;
    private final AtomicInteger refusals = new AtomicInteger();
    private Latencies latencies = new Latencies();
    private volatile int limit = Integer.MAX_VALUE;
    private volatile int mostMatches = Integer.MAX_VALUE;
    private boolean skipping;
    private volatile boolean starved;
    private volatile long lastMatchAt;

    DanceFloor(Ground ground, int couples) {
        this.ground = ground;
        openedAtSeconds = Clock.systemUTC().instant().getEpochSecond();
        ground.say(couples + " women and as many men come online");
        guests = Guests.arrive(ground, couples + RESERVE, 2, this);
        women = new ArrayList<>(guests.women().subList(RESERVE, guests.women().size()));
        men = new ArrayList<>(guests.men().subList(RESERVE, guests.men().size()));
    }

    /**
     * @param refusals how many joins were refused, since too many came
     * @param keptUp whether there was always somebody free to join
     */
    record Round(int matches, double perSecond, Latencies latencies, int refusals, boolean keptUp) {}

    private record Pair(Guest first, long toldAt) {}

    /** Lets people join so that there are so many matches in a second, and waits until all are matched and have hung up. */
    Round dance(int perSecond, Duration time) {
        var before = matches.get();
        refusals.set(0);
        latencies = new Latencies();
        starved = false;
        var start = System.nanoTime();
        var pace = new EvenPace(2.0 * perSecond, 2L * perSecond * Math.max(1, time.toSeconds()), this::join);
        ground.swarm().pace(pace);
        Await.until(time.plusSeconds(10), () -> pace.isOver() || starved || matches.get() >= mostMatches);
        pace.stop();
        for (var tries = 0; tries < TRIES && !Await.until(SHORT_WHILE, () -> waiting.get() == 0); tries++) {
            ground.swarm().run(this::takeLeftOver);
        }
        if (waiting.get() != 0) {
            broken(waiting.get() + " people were left waiting: "
                    + ground.swarm()
                            .ask(() -> guests.all()
                                    .filter(Guest::isWaiting)
                                    .map(Guest::story)
                                    .toList()));
        }
        var seconds = (lastMatchAt - start) / 1e9;
        if (!Await.until(PATIENCE, () -> dancing.get() == 0)) {
            broken(dancing.get() + " people were not told that it ended");
        }
        var made = matches.get() - before;
        return new Round(made, made / seconds, latencies, refusals.get(), !starved);
    }

    /** People join as fast as they are matched, which is slow while the services have only just started. */
    void warmUp(Duration time) {
        limit = AT_ONCE;
        // Two who have met are not matched again: nobody may meet more than a few of the others here.
        mostMatches = matches.get() + Math.max(1, women.size() * men.size() / FEW_OF_THEM);
        dance(FAST, time);
        limit = Integer.MAX_VALUE;
        mostMatches = Integer.MAX_VALUE;
    }

    private void join(long number, long due) {
        if (number % 2 == 0) {
            skipping = waiting.get() + dancing.get() > limit || matches.get() >= mostMatches;
        }
        if (skipping) {
            return;
        }
        var side = number % 2 == 0 ? women : men;
        if (side.isEmpty()) {
            starved = true;
            return;
        }
        if (starved && number % 2 == 0) {
            return;
        }
        // Anybody of them, or the same two would come at the same time again, and not be matched a second time.
        var at = random.nextInt(side.size());
        var guest = side.get(at);
        side.set(at, side.getLast());
        side.removeLast();
        waiting.incrementAndGet();
        guest.join(Intents.of(number / 2), due);
    }

    /** Two who have met are not matched again, so the last ones may need somebody new. */
    private void takeLeftOver() {
        var fresh = new ArrayList<Guest>();
        guests.all().filter(Guest::isWaiting).toList().forEach(left -> {
            var reserve = left.account().isWoman() ? guests.men() : guests.women();
            reserve.stream()
                    .limit(RESERVE)
                    .filter(other -> !other.isWaiting() && other.interaction().isEmpty() && !fresh.contains(other))
                    .findFirst()
                    .ifPresent(other -> {
                        fresh.add(other);
                        waiting.incrementAndGet();
                        other.join(left.intent(), System.nanoTime());
                    });
        });
    }

    @Override
    public void found(Guest guest) {
        var now = System.nanoTime();
        lastMatchAt = now;
        waiting.decrementAndGet();
        dancing.incrementAndGet();
        var pair = pairs.remove(guest.interaction());
        if (pair == null) {
            pairs.put(guest.interaction(), new Pair(guest, now));
            return;
        }
        if (pair.first().account().isWoman() == guest.account().isWoman()) {
            broken(guest.interaction() + " is of two of the same side");
        }
        // What counts is the join that made the match possible.
        var since = Math.max(guest.joinedAt(), pair.first().joinedAt());
        latencies.record(now - since);
        latencies.record(pair.toldAt() - since);
        matches.incrementAndGet();
        var she = guest.account().isWoman() ? guest : pair.first();
        she.hangUp();
    }

    @Override
    public void ended(Guest guest) {
        dancing.decrementAndGet();
        (guest.account().isWoman() ? women : men).add(guest);
    }

    @Override
    public void refused(Guest guest, String problem) {
        if (!guest.isWaiting()) {
            broken("refused: " + problem);
            return;
        }
        refusals.incrementAndGet();
        guest.gaveUp();
        waiting.decrementAndGet();
        (guest.account().isWoman() ? women : men).add(guest);
    }

    @Override
    public void broken(String invariant) {
        if (broken.size() < 20) {
            broken.add(invariant);
        }
    }

    @Override
    public void closed(Guest guest, int code) {
        broken("the socket of " + guest.account().name() + " was closed with " + code);
    }

    int matches() {
        return matches.get();
    }

    long openedAtSeconds() {
        return openedAtSeconds;
    }

    /** Everybody goes. What did not hold, in words. */
    List<String> close() {
        ground.swarm().pace(now -> Long.MAX_VALUE);
        if (!pairs.isEmpty()) {
            broken.add(pairs.size() + " matches were told to one of the two only");
        }
        guests.depart(ground);
        return List.copyOf(broken);
    }
}
