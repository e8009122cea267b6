package com.realtimeconnect.load.scenario;

import com.realtimeconnect.load.measure.Await;
import com.realtimeconnect.load.measure.ProcessGroup;
import com.realtimeconnect.load.measure.Spending;
import com.realtimeconnect.load.people.Account;
import com.realtimeconnect.load.report.Figure.Target;
import com.realtimeconnect.load.report.Findings;
import com.realtimeconnect.load.socket.Pacer;
import com.realtimeconnect.load.socket.Peer;
import com.realtimeconnect.load.socket.PeerListener;
import com.realtimeconnect.localstack.Service;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** All sockets are lost in the same moment, and everybody comes back, by chance sooner or later, as clients do. */
public final class ReconnectStorm implements Scenario {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** As the web client: within a second at first, twice as long after each failure, half a minute at most. */
    private static final long FIRST_WITHIN = Duration.ofSeconds(1).toNanos();

    private static final int DOUBLINGS = 5;
    private static final int FEWEST_COUPLES = 20;

    private final int sockets;
    private final Duration ordinary;
    private double ordinaryPerSecond;

    public ReconnectStorm(int sockets, Duration ordinary) {
        this.sockets = sockets;
        this.ordinary = ordinary;
    }

    @Override
    public String name() {
        return "reconnect-storm";
    }

    @Override
    public void run(Ground ground, Findings findings) {
        var people = ground.crowd().people(sockets);
        ground.say(sockets + " sockets open");
        var before = Arrival.of(ground, people, ground.socketsOf(Service.INTERACTION, 1))
                .peers();
        var usual = ordinaryLoad(ground);
        ground.say("all of them are lost");
        var spending = Spending.start();
        var commits = ground.stores().commits();
        var start = System.nanoTime();
        ground.swarm().cut(before);
        var returned = new Return(ground, people);
        ground.swarm().pace(returned);
        var all = Await.until(PATIENCE, () -> returned.served.get() == people.size());
        var seconds = (System.nanoTime() - start) / 1e9;
        var load = spending.share(ProcessGroup.POSTGRESQL);
        ground.swarm().pace(Pacer.IDLE);
        findings.figure("until everybody is served again, of " + sockets, seconds, "s", Target.atMost(30));
        findings.figure("tries that failed and were made again", returned.failures.get(), "");
        findings.figure("PostgreSQL meanwhile", 100 * load, "% of a core");
        findings.figure("PostgreSQL in ordinary life", 100 * usual, "% of a core");
        findings.figure("that is, times ordinary", load / usual, "", Target.atMost(2));
        findings.figure("commits meanwhile", (ground.stores().commits() - commits) / seconds, "1/s");
        findings.note("Ordinary life is as many matches and hang-ups a second as the stack made of " + ordinaryRate()
                + ": " + Math.round(ordinaryPerSecond) + ".");
        if (!all) {
            findings.broken(people.size() - returned.served.get() + " people were not served again");
        }
        ground.swarm().cut(ground.swarm().ask(() -> List.copyOf(returned.back)));
    }

    private int ordinaryRate() {
        return Math.max(1, Math.min(Matching.ORDINARY, sockets / 10));
    }

    /** Processor of PostgreSQL while people are matched and hang up. */
    private double ordinaryLoad(Ground ground) {
        var rate = ordinaryRate();
        var floor = new DanceFloor(ground, Math.max(FEWEST_COUPLES, 2 * rate));
        floor.warmUp(ordinary);
        var spending = Spending.start();
        var round = floor.dance(rate, ordinary);
        var share = spending.share(ProcessGroup.POSTGRESQL);
        floor.close();
        ordinaryPerSecond = round.perSecond();
        ground.say("ordinary life: " + Math.round(ordinaryPerSecond) + " matches/s");
        return Math.max(share, 0.001);
    }

    /** Everybody on the way back. */
    private static final class Return implements Pacer, PeerListener {

        private final Ground ground;
        private final PriorityQueue<Try> tries = new PriorityQueue<>();
        private final Set<Peer> back = new HashSet<>();
        private final Random random = new Random(7);
        private final AtomicInteger served = new AtomicInteger();
        private final AtomicInteger failures = new AtomicInteger();
        private final Map<Peer, Try> under = new HashMap<>();

        Return(Ground ground, List<Account> people) {
            this.ground = ground;
            var now = System.nanoTime();
            for (var person : people) {
                tries.add(new Try(person, 0, now + random.nextLong(FIRST_WITHIN)));
            }
        }

        private record Try(Account who, int failures, long at) implements Comparable<Try> {
            @Override
            public int compareTo(Try other) {
                return Long.compare(at, other.at);
            }
        }

        @Override
        public long run(long now) {
            for (var i = 0; i < 50; i++) {
                var next = tries.peek();
                if (next == null) {
                    return Long.MAX_VALUE;
                }
                if (next.at > now) {
                    return next.at - now;
                }
                tries.remove();
                var peer = ground.swarm().open(next.who, ground.socketsOf(Service.INTERACTION, 1), this);
                under.put(peer, next);
            }
            return 0;
        }

        @Override
        public void ready(Peer peer) {
            under.remove(peer);
            back.add(peer);
            served.incrementAndGet();
        }

        @Override
        public void closed(Peer peer, int code) {
            if (back.remove(peer)) {
                served.decrementAndGet();
            }
            var failed = under.remove(peer);
            failures.incrementAndGet();
            if (failed != null) {
                var within = FIRST_WITHIN << Math.min(DOUBLINGS, failed.failures + 1);
                tries.add(new Try(failed.who, failed.failures + 1, System.nanoTime() + random.nextLong(within)));
            }
        }
    }
}
