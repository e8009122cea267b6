package com.realtimeconnect.load.scenario;

import com.realtimeconnect.load.measure.ProcessGroup;
import com.realtimeconnect.load.report.Findings;
import com.realtimeconnect.load.report.Plot;
import com.realtimeconnect.localstack.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Ordinary life for long: some hold sockets, some are matched and hang up, some call, some chat. Nothing may grow by it. */
public final class Soak implements Scenario {

    private static final int MATCHES_PER_SECOND = 20;
    private static final int CANDIDATES_PER_SECOND = 400;
    private static final int MESSAGES_PER_SECOND = 100;
    private static final double MEGA = 1e6;

    /** Compiled code and pools settle in the beginning; what grows for good grows by more than this. */
    private static final double GROWTH = 1.15;

    private final int sockets;
    private final Duration time;
    private final Duration round;

    /** @param round how long each kind of life lasts before the next has its turn */
    public Soak(int sockets, Duration time, Duration round) {
        this.sockets = sockets;
        this.time = time;
        this.round = round;
    }

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public void run(Ground ground, Findings findings) {
        var idle = Arrival.of(ground, ground.crowd().people(sockets), ground.socketsOf(Service.INTERACTION, 1))
                .peers();
        live(ground, findings);
        var before = memory();
        var minutes = new ArrayList<Double>();
        var heaps = new ArrayList<Double>();
        var start = System.nanoTime();
        while (System.nanoTime() - start < time.toNanos()) {
            live(ground, findings);
            minutes.add((System.nanoTime() - start) / 60e9);
            heaps.add(
                    memory().values().stream().mapToDouble(Double::doubleValue).sum());
            ground.say("%.0f minutes, the services hold %.0f MB".formatted(minutes.getLast(), heaps.getLast()));
        }
        var after = memory();
        for (var service : ProcessGroup.SERVICES) {
            var was = Objects.requireNonNull(before.get(service));
            var is = Objects.requireNonNull(after.get(service));
            findings.figure(service.title() + " before", was, "MB");
            findings.figure(service.title() + " after", is, "MB");
            if (is > GROWTH * was) {
                findings.note(service.title() + " has grown from %.0f to %.0f MB".formatted(was, is));
            }
        }
        findings.expect(
                "idle sockets that were closed",
                0,
                idle.stream().filter(peer -> peer.isClosed()).count());
        findings.plot(new Plot(
                "Memory of the services after a collection",
                "minutes",
                "MB",
                false,
                List.of(new Plot.Line("all five", minutes, heaps))));
        ground.swarm().cut(idle);
    }

    private void live(Ground ground, Findings findings) {
        for (var part : List.of(
                new Matching(4 * MATCHES_PER_SECOND, List.of(MATCHES_PER_SECOND), round, round),
                new Signaling(CANDIDATES_PER_SECOND / 20, List.of(CANDIDATES_PER_SECOND), round, 1, round),
                new Chat(MESSAGES_PER_SECOND / 4, List.of(MESSAGES_PER_SECOND), round))) {
            var found = new Findings(part.name(), 0);
            part.run(ground, found);
            found.brokenInvariants().forEach(broken -> findings.broken(part.name() + ": " + broken));
        }
    }

    private static Map<ProcessGroup, Double> memory() {
        var memory = new EnumMap<ProcessGroup, Double>(ProcessGroup.class);
        for (var service : ProcessGroup.SERVICES) {
            service.collectGarbage();
            memory.put(service, service.residentBytes() / MEGA);
        }
        return memory;
    }
}
