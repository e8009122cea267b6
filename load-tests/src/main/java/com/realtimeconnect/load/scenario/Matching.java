package com.realtimeconnect.load.scenario;

import com.realtimeconnect.load.measure.Await;
import com.realtimeconnect.load.measure.ProcessGroup;
import com.realtimeconnect.load.measure.Spending;
import com.realtimeconnect.load.report.Figure.Target;
import com.realtimeconnect.load.report.Findings;
import com.realtimeconnect.load.report.Plot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Women and men who join at a fixed rate, are matched, and hang up at once. */
public final class Matching implements Scenario {

    /** People are waiting for the next one at this rate, as in ordinary life. */
    static final int ORDINARY = 200;

    private static final int HIGH = 2_000;
    private static final double HIGH_P99 = 100;
    private static final double MOST_OF_IT = 0.8;
    private static final double MILLI = 1_000;

    private final int couples;
    private final List<Integer> rates;
    private final Duration each;
    private final Duration warmUp;

    /** @param rates matches in a second, one step after the other until one is too much */
    public Matching(int couples, List<Integer> rates, Duration each, Duration warmUp) {
        this.couples = couples;
        this.rates = List.copyOf(rates);
        this.each = each;
        this.warmUp = warmUp;
    }

    @Override
    public String name() {
        return "matching";
    }

    @Override
    public void run(Ground ground, Findings findings) {
        var floor = new DanceFloor(ground, couples);
        ground.warmUp(() -> floor.warmUp(warmUp));
        var across = new ArrayList<Double>();
        var half = new ArrayList<Double>();
        var most = new ArrayList<Double>();
        var highest = 0.0;
        for (var rate : rates) {
            ground.say(rate + " matches a second");
            var spending = Spending.start();
            var round = floor.dance(rate, each);
            report(findings, rate, round, spending);
            if (round.matches() == 0) {
                break;
            }
            across.add((double) rate);
            half.add(round.latencies().percentile(50));
            most.add(round.latencies().percentile(99));
            // Late is not too much: in a rush more goes together, and a match costs less.
            if (!round.keptUp() || round.refusals() > 0 || round.perSecond() < MOST_OF_IT * rate) {
                break;
            }
            if (round.latencies().percentile(99) <= HIGH_P99) {
                highest = Math.max(highest, round.perSecond());
            }
        }
        findings.figure("matches, highest rate with p99 under 100 ms", highest, "1/s", Target.atLeast(HIGH));
        findings.plot(new Plot(
                "Join to found-match",
                "matches a second",
                "ms",
                true,
                List.of(new Plot.Line("p50", across, half), new Plot.Line("p99", across, most))));
        floor.close().forEach(findings::broken);
        checkStored(ground, floor, findings);
    }

    private static void report(Findings findings, int rate, DanceFloor.Round round, Spending spending) {
        var all = spending.allMicros() / MILLI / Math.max(1, round.matches());
        var ordinary = rate == ORDINARY;
        var title = "at " + rate + " matches/s: ";
        findings.figure(title + "matches", round.perSecond(), "1/s");
        findings.figure(title + "join to found-match, p50", round.latencies().percentile(50), "ms");
        findings.figure(title + "join to found-match, p95", round.latencies().percentile(95), "ms");
        findings.figure(
                title + "join to found-match, p99",
                round.latencies().percentile(99),
                "ms",
                ordinary ? Target.atMost(8) : null);
        findings.figure(title + "join to found-match, p99.9", round.latencies().percentile(99.9), "ms");
        findings.figure(title + "processor for a match and hang-up", all, "ms", ordinary ? Target.atMost(1.2) : null);
        for (var group : ProcessGroup.values()) {
            var share = spending.micros(group) / MILLI / Math.max(1, round.matches());
            if (share >= 0.01) {
                findings.figure(title + "of that " + group.title(), share, "ms");
            }
        }
        if (round.refusals() > 0) {
            findings.figure(title + "joins refused", round.refusals(), "");
        }
        if (!round.keptUp()) {
            findings.note(title + "the stack did not keep up, there was nobody left to join");
        }
    }

    /** Every match that was told is a row, and none of them is still going on. */
    private static void checkStored(Ground ground, DanceFloor floor, Findings findings) {
        var since = "matched_at >= to_timestamp(" + floor.openedAtSeconds() + ")";
        var stored = "select count(*) from interactions.interactions where " + since;
        var live = stored + " and state <> 'ENDED'";
        Await.until(Duration.ofSeconds(10), () -> ground.stores().number(live) == 0);
        findings.expect(
                "matches in the database", floor.matches(), ground.stores().number(stored));
        findings.expect("matches that are not over", 0, ground.stores().number(live));
    }
}
