package com.realtimeconnect.load.scenario;

import com.realtimeconnect.load.measure.Await;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Calls that have begun: matched, let begin, and with media on both sides. */
final class LiveCalls implements GuestBook {

    /** So many begin at a time, as fast as the services let them: those may have only just started. */
    private static final int AT_ONCE = 8;

    private static final Duration SHORT_WHILE = Duration.ofSeconds(3);
    private static final int TRIES = 6;

    /** A woman and a man in one call. */
    record Call(String id, Guest woman, Guest man) {}

    private final Ground ground;
    private final Map<String, Guest> firstOf = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final List<Guest> refused = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private @Nullable Guests guests;
    private int joined;
    private int hungUp;

    private LiveCalls(Ground ground) {
        this.ground = ground;
    }

    /** So many, each with a node of its own for him if {@code hisNode} says so. @throws IllegalStateException if not all begin */
    static LiveCalls begin(Ground ground, int count, int hisNode) {
        ground.say(count + " calls begin");
        var live = new LiveCalls(ground);
        var guests = Guests.arrive(ground, count, hisNode, live);
        live.guests = guests;
        ground.swarm().run(() -> {
            for (var i = 0; i < AT_ONCE; i++) {
                live.next(guests);
            }
        });
        if (!live.awaitAll(live.started, 2 * count, LiveCalls::again)) {
            throw new IllegalStateException("Of %d people in %d calls only %d were told that it started; %s"
                    .formatted(2 * count, count, live.started.get(), live.refusals));
        }
        return live;
    }

    private void next(Guests all) {
        if (joined < all.women().size()) {
            all.women().get(joined).join(Intents.of(joined), System.nanoTime());
            all.men().get(joined).join(Intents.of(joined), System.nanoTime());
            joined++;
        }
    }

    /** Whoever was refused, because the services had too much to do, tries again. */
    private boolean awaitAll(AtomicInteger done, int people, Consumer<Guest> again) {
        var before = -1;
        for (var tries = 0; tries < TRIES && done.get() < people; tries++) {
            tries = done.get() > before ? 0 : tries;
            before = done.get();
            Await.until(SHORT_WHILE, () -> done.get() == people);
            ground.swarm().run(() -> {
                refused.forEach(again);
                refused.clear();
            });
        }
        return done.get() == people;
    }

    private static void again(Guest guest) {
        if (guest.isWaiting()) {
            guest.join(guest.intent(), System.nanoTime());
        } else {
            guest.mediaConnected();
        }
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Everybody hangs up, and goes. */
    List<String> end() {
        ground.say("everybody hangs up");
        var people = 2 * calls.size();
        ground.swarm().run(() -> {
            for (var call : calls) {
                call.woman().call().listen(call.woman());
                call.man().call().listen(call.man());
            }
            for (var i = 0; i < AT_ONCE; i++) {
                hangUpNext();
            }
        });
        if (!awaitAll(ended, people, Guest::hangUp)) {
            broken.add(ended.get() + " of " + people + " people were told that their call ended");
        }
        var all = guests;
        if (all != null) {
            all.depart(ground);
        }
        return List.copyOf(broken);
    }

    private void hangUpNext() {
        if (hungUp < calls.size()) {
            calls.get(hungUp).woman().hangUp();
            hungUp++;
        }
    }

    @Override
    public void found(Guest guest) {
        var other = firstOf.remove(guest.interaction());
        if (other == null) {
            firstOf.put(guest.interaction(), guest);
            return;
        }
        var she = guest.account().isWoman() ? guest : other;
        var he = she == guest ? other : guest;
        if (!she.account().isWoman() || he.account().isWoman()) {
            broken(guest.interaction() + " is of two of the same side");
        }
        calls.add(new Call(guest.interaction(), she, he));
        she.mediaConnected();
        he.mediaConnected();
    }

    @Override
    public void started(Guest guest) {
        var all = guests;
        if (started.incrementAndGet() % 2 == 0 && all != null) {
            next(all);
        }
    }

    @Override
    public void ended(Guest guest) {
        if (ended.incrementAndGet() % 2 == 0) {
            hangUpNext();
        }
    }

    @Override
    public void refused(Guest guest, String problem) {
        refusals.add(problem);
        refused.add(guest);
    }

    @Override
    public void broken(String invariant) {
        broken.add(invariant);
    }

    @Override
    public void closed(Guest guest, int code) {
        broken("the socket of " + guest.account().name() + " was closed with " + code);
    }
}
