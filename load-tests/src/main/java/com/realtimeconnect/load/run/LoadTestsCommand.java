package com.realtimeconnect.load.run;

import com.realtimeconnect.load.measure.Cores;
import com.realtimeconnect.load.measure.Machine;
import com.realtimeconnect.load.report.Report;
import com.realtimeconnect.localstack.ProjectFolder;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code load-tests/run} runs. */
@Command(
        name = "load-tests/run",
        mixinStandardHelpOptions = true,
        version = "Real-time Connect 0.1.0",
        usageHelpAutoWidth = true,
        description = "Starts a stack of its own with production settings, puts load on it, and writes what it found. "
                + "Ends with 0 unless something that is guaranteed did not hold; figures never fail it.",
        footer = {
            "",
            "Scenarios: " + Programme.NAMES + ". Without any named, all of them but soak.",
            "",
            "Examples:",
            "  load-tests/run",
            "  load-tests/run connections signaling --sockets 10000",
            "  load-tests/run --soak 3600"
        })
public final class LoadTestsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "scenario", description = "What to run, in this order.")
    private List<String> scenarios = new ArrayList<>();

    @Mixin
    private Scale scale = new Scale();

    @Option(names = "--out", paramLabel = "FOLDER", description = "For the report; load-tests/target by default.")
    private @Nullable Path out;

    private LoadTestsCommand() {}

    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(new CommandLine(new LoadTestsCommand()).setOut(out).execute(arguments));
    }

    @Override
    public Integer call() {
        var start = System.nanoTime();
        var progress = (java.util.function.Consumer<String>) text -> {
            System.out.printf("  %5d s  %s%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start), text);
            System.out.flush();
        };
        var programme = Programme.of(scenarios, scale);
        var machine = Machine.current();
        var project = ProjectFolder.find();
        var folder = out == null ? project.root().resolve("load-tests/target") : out.toAbsolutePath();
        var cores = Cores.apart();
        var differences = Differences.from(cores);
        progress.accept(machine.toString());
        differences.forEach(progress);
        var report = new Report(machine, Clock.systemUTC().instant(), differences);
        programme.play(project, folder, cores, report, progress);
        System.out.println();
        System.out.print(report.table());
        System.out.println("Report: " + folder.resolve("report.html"));
        System.out.flush();
        return report.isSound() ? 0 : 1;
    }
}
