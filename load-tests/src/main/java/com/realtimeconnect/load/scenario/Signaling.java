package com.realtimeconnect.load.scenario;

import com.realtimeconnect.load.measure.Await;
import com.realtimeconnect.load.measure.Latencies;
import com.realtimeconnect.load.measure.ProcessGroup;
import com.realtimeconnect.load.measure.Spending;
import com.realtimeconnect.load.report.Figure.Target;
import com.realtimeconnect.load.report.Findings;
import com.realtimeconnect.load.report.Plot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Live calls whose two sides send each other candidates and descriptions, at rates that rise until it is too much. */
public final class Signaling implements Scenario {

    private static final double SOON = 50;
    /** A participant may send 20 messages a second on average. */
    private static final int MOST_OF_A_SENDER = 18;

    private static final int CALM = 4_000;

    /** At most, while the services are not warm. */
    private static final int ON_THEIR_WAY = 200;

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final int calls;
    private final List<Integer> rates;
    private final Duration each;
    private final int nodes;
    private final Duration warmUp;

    /**
     * @param nodes 1, or 2 for her on one and him on another
     * @param warmUp how long they send as much as the services bear, before it counts
     */
    public Signaling(int calls, List<Integer> rates, Duration each, int nodes, Duration warmUp) {
        this.calls = calls;
        this.rates = List.copyOf(rates);
        this.each = each;
        this.nodes = nodes;
        this.warmUp = warmUp;
    }

    @Override
    public String name() {
        return nodes == 1 ? "signaling" : "signaling-two-nodes";
    }

    @Override
    public void run(Ground ground, Findings findings) {
        var live = LiveCalls.begin(ground, calls, nodes);
        var tally = new CallTraffic.Tally();
        var traffic = ground.swarm()
                .ask(() -> live.calls().stream()
                        .map(call -> new CallTraffic(call, tally))
                        .toList());
        ground.warmUp(() -> settle(ground, traffic, tally));
        var settled = rise(ground, findings, traffic, tally, Mix.CANDIDATES);
        findings.figure(
                "highest rate with p99 under 50 ms, candidates",
                settled.best(),
                "1/s",
                Target.atLeast(nodes == 1 ? 20_000 : 12_000));
        findings.figure(
                "processor of the service for a message at the highest rate",
                settled.micros(),
                "µs",
                Target.atMost(nodes == 1 ? 45 : 90));
        ground.say("offers, answers and candidates of new negotiations");
        var fresh = rise(ground, findings, traffic, tally, Mix.NEGOTIATIONS);
        findings.figure("highest rate with p99 under 50 ms, new negotiations", fresh.best(), "1/s");
        findings.figure("processor of the service for a message of those", fresh.micros(), "µs");
        findings.plot(new Plot(
                "One way, " + (nodes == 1 ? "one node" : "two nodes"),
                "messages a second",
                "ms",
                true,
                List.of(settled.line(50), settled.line(99), fresh.line(99))));
        live.end().forEach(findings::broken);
    }

    /** What is sent. */
    private enum Mix {
        CANDIDATES,
        NEGOTIATIONS
    }

    /** One step: how it went at one rate. */
    private record Step(double rate, double perSecond, double micros, Latencies latencies) {}

    private record Rise(Mix mix, List<Step> steps) {

        private List<Step> good() {
            return steps.stream()
                    .filter(step -> step.latencies().percentile(99) < SOON && step.perSecond() > 0.97 * step.rate())
                    .toList();
        }

        double best() {
            return good().stream().mapToDouble(Step::perSecond).max().orElse(0);
        }

        /** Of the highest rate that still went well. */
        double micros() {
            return good().isEmpty() ? Double.NaN : good().getLast().micros();
        }

        Plot.Line line(double percent) {
            var title = (mix == Mix.CANDIDATES ? "candidates" : "negotiations") + ", p" + (int) percent;
            return new Plot.Line(
                    title,
                    steps.stream().map(Step::rate).toList(),
                    steps.stream()
                            .map(step -> step.latencies().percentile(percent))
                            .toList());
        }
    }

    private void settle(Ground ground, List<CallTraffic> traffic, CallTraffic.Tally tally) {
        var offers = new EvenPace(
                200, traffic.size(), (number, due) -> traffic.get((int) number).offer(due));
        pace(ground, offers, Duration.ofSeconds(5 + traffic.size() / 100));
        Await.until(DRAIN, () -> ground.swarm().ask(() -> traffic.stream().allMatch(CallTraffic::isNegotiated)));
        // As fast as it goes, and no faster than each may send; then at every rate, for little at a time takes other
        // ways.
        easily(ground, traffic, tally, MOST_OF_A_SENDER * 2 * traffic.size(), warmUp);
        bearable().forEach(rate -> easily(ground, traffic, tally, rate, each));
    }

    /** Leaves out what would have to wait. */
    private static void easily(
            Ground ground, List<CallTraffic> traffic, CallTraffic.Tally tally, int perSecond, Duration time) {
        var count = perSecond * time.toMillis() / 1_000;
        var pace = new EvenPace(perSecond, count, (number, due) -> {
            if (tally.onTheirWay() < ON_THEIR_WAY) {
                candidate(traffic, number, due);
            }
        });
        pace(ground, pace, time.plus(LONG));
        drain(ground, traffic);
    }

    /** Rates at which nobody sends faster than they may. */
    private List<Integer> bearable() {
        return rates.stream()
                .filter(rate -> rate <= MOST_OF_A_SENDER * 2 * calls)
                .toList();
    }

    private static void candidate(List<CallTraffic> traffic, long number, long due) {
        var call = traffic.get((int) (number / 2 % traffic.size()));
        call.sendCandidate(number % 2 == 0, due);
    }

    private Rise rise(Ground ground, Findings findings, List<CallTraffic> traffic, CallTraffic.Tally tally, Mix mix) {
        var steps = new ArrayList<Step>();
        for (var rate : bearable()) {
            var step = step(ground, findings, traffic, tally, mix, rate);
            steps.add(step);
            if (step.latencies().percentile(50) > 20 * SOON || step.perSecond() < 0.9 * step.rate()) {
                break;
            }
        }
        return new Rise(mix, steps);
    }

    private Step step(
            Ground ground, Findings findings, List<CallTraffic> traffic, CallTraffic.Tally tally, Mix mix, int rate) {
        var latencies = new Latencies();
        var before = ground.swarm().ask(() -> {
            tally.latencies = latencies;
            return tally.counts();
        });
        var count = rate * Math.max(1, each.toMillis()) / 1_000;
        var pace = new EvenPace(rate, count, (number, due) -> {
            if (mix == Mix.CANDIDATES) {
                candidate(traffic, number, due);
            } else {
                traffic.get((int) (number % traffic.size())).negotiateOn(due);
            }
        });
        var spending = Spending.start();
        var start = System.nanoTime();
        pace(ground, pace, each.plusSeconds(20));
        drain(ground, traffic);
        var seconds = (System.nanoTime() - start) / 1e9;
        var counts = ground.swarm().ask(tally::counts).since(before);
        var arrived = counts.arrived();
        var micros = (double) spending.micros(ProcessGroup.INTERACTION) / Math.max(1, arrived);
        report(findings, mix, rate, latencies, micros, spending.allMicros() / (double) Math.max(1, arrived));
        var title = title(mix, rate);
        findings.expect(title + "messages that arrived", counts.sent() - counts.refused(), arrived);
        if (counts.refused() > 0) {
            findings.note(title + counts.refused() + " were refused, for the service had no room for them");
        }
        if (counts.wrong() > 0) {
            var first = ground.swarm().ask(() -> tally.firstWrong);
            findings.broken(title + counts.wrong() + " messages were not as promised, the first: " + first);
        }
        if (counts.heldBack() > 0) {
            findings.note(title + counts.heldBack() + " steps waited for the answer of the one before");
        }
        var planned = mix == Mix.CANDIDATES ? rate : rate * 41.0 / 42;
        return new Step(rate, Math.min(planned, arrived / seconds), micros, latencies);
    }

    private static String title(Mix mix, int rate) {
        return (mix == Mix.CANDIDATES ? "candidates at " : "negotiations at ") + rate + "/s: ";
    }

    private void report(Findings findings, Mix mix, int rate, Latencies latencies, double micros, double all) {
        var title = title(mix, rate);
        var calm = mix == Mix.CANDIDATES && rate == CALM && nodes == 1;
        findings.figure(title + "one way, p50", latencies.percentile(50), "ms");
        findings.figure(title + "one way, p95", latencies.percentile(95), "ms");
        findings.figure(title + "one way, p99", latencies.percentile(99), "ms", calm ? Target.atMost(3) : null);
        findings.figure(title + "one way, p99.9", latencies.percentile(99.9), "ms");
        findings.figure(title + "processor of the service for a message", micros, "µs");
        findings.figure(title + "processor of everything for a message", all, "µs");
    }

    private static void pace(Ground ground, EvenPace pace, Duration patience) {
        ground.swarm().pace(pace);
        Await.until(patience, pace::isOver);
        pace.stop();
    }

    private static void drain(Ground ground, List<CallTraffic> traffic) {
        Await.until(
                DRAIN,
                () -> ground.swarm()
                                .ask(() -> traffic.stream()
                                        .mapToLong(CallTraffic::onTheirWay)
                                        .sum())
                        == 0);
    }
}
