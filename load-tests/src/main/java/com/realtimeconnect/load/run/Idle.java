package com.realtimeconnect.load.run;

import com.realtimeconnect.load.measure.Await;
import com.realtimeconnect.load.measure.Machine;
import com.realtimeconnect.load.measure.ProcessGroup;
import com.realtimeconnect.load.measure.Spending;
import com.realtimeconnect.load.report.Figure.Target;
import com.realtimeconnect.load.report.Findings;
import com.realtimeconnect.localstack.ProjectFolder;
import com.realtimeconnect.localstack.Settings;
import com.realtimeconnect.localstack.Stack;
import com.realtimeconnect.localstack.StackPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The stack as {@code ./run} starts it, on all cores, and with nobody there. Its data is new, which costs it some seconds
 * more than one that ran before; programs are unpacked, and quicker starts prepared, if an earlier {@code ./run} did so.
 */
final class Idle {

    static final String NAME = "idle";

    private static final Duration CALM = Duration.ofSeconds(20);
    private static final double GIGA = 1e9;
    private static final double MEGA = 1e6;

    private Idle() {}

    static Findings measure(ProjectFolder project, Path folder, Consumer<String> progress) {
        var findings = new Findings(NAME, Machine.load());
        var plan = StackPlan.passing(project, folder.resolve("logs"), Settings.of(Map.of(), List.of()), 1)
                .unprepared();
        var start = System.nanoTime();
        try (var stack = Stack.start(plan, step -> progress.accept("starting " + step))) {
            var seconds = (System.nanoTime() - start) / GIGA;
            findings.figure("from nothing to ready", seconds, "s", Target.atMost(45));
            progress.accept("everything is ready at " + stack.page());
            Await.pass(CALM);
            var spending = Spending.start();
            Await.pass(CALM);
            findings.figure("processor with nobody there", 100 * spending.share(ProcessGroup.values()), "% of a core");
            var all = 0L;
            for (var group : ProcessGroup.values()) {
                var bytes = group.residentBytes();
                all += bytes;
                findings.figure("resident memory of " + group.title(), bytes / MEGA, "MB");
            }
            findings.figure("resident memory of everything", all / GIGA, "GB", Target.atMost(2.5));
        }
        return findings;
    }
}
