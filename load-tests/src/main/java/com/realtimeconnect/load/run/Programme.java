package com.realtimeconnect.load.run;

import com.realtimeconnect.load.measure.Cores;
import com.realtimeconnect.load.measure.Machine;
import com.realtimeconnect.load.measure.Stores;
import com.realtimeconnect.load.measure.Traces;
import com.realtimeconnect.load.report.Findings;
import com.realtimeconnect.load.report.Report;
import com.realtimeconnect.load.scenario.Chat;
import com.realtimeconnect.load.scenario.Connections;
import com.realtimeconnect.load.scenario.Ground;
import com.realtimeconnect.load.scenario.Matching;
import com.realtimeconnect.load.scenario.ReconnectStorm;
import com.realtimeconnect.load.scenario.Rest;
import com.realtimeconnect.load.scenario.Scenario;
import com.realtimeconnect.load.scenario.Signaling;
import com.realtimeconnect.load.scenario.Soak;
import com.realtimeconnect.localstack.ProjectFolder;
import com.realtimeconnect.localstack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Which scenarios are played, and in which order. */
final class Programme {

    static final String NAMES =
            "connections, signaling, signaling-two-nodes, matching, chat, rest, reconnect-storm, idle, soak";

    private static final String SOAK = "soak";
    private static final int AN_HOUR = 3_600;

    private static final List<Integer> SIGNALING_RATES =
            List.of(1_000, 4_000, 8_000, 12_000, 14_000, 16_000, 20_000, 24_000);
    private static final List<Integer> CHAT_RATES = List.of(250, 500, 1_000, 1_500, 2_000, 3_000);
    private static final List<Integer> MATCHING_RATES = List.of(50, 100, 200, 400, 800, 1_200, 2_000);

    private final List<String> names;
    private final Scale scale;

    private Programme(List<String> names, Scale scale) {
        this.names = names;
        this.scale = scale;
    }

    /** @throws IllegalArgumentException if there is no such scenario */
    static Programme of(List<String> asked, Scale scale) {
        var all = List.of(NAMES.split(", ", -1));
        var names = new ArrayList<>(asked.isEmpty() ? all : asked);
        if (asked.isEmpty() && scale.soak == 0) {
            names.remove(SOAK);
        }
        for (var name : names) {
            if (!all.contains(name)) {
                throw new IllegalArgumentException("There is no scenario " + name + ", only " + NAMES);
            }
        }
        return new Programme(names, scale);
    }

    private Scenario scenario(String name) {
        var each = Duration.ofSeconds(scale.seconds);
        var warmUp = Duration.ofSeconds(scale.warmUp);
        return switch (name) {
            case "connections" -> new Connections(scale.sockets, each.multipliedBy(2));
            case "signaling" -> new Signaling(scale.calls, SIGNALING_RATES, each, 1, warmUp);
            case "signaling-two-nodes" -> new Signaling(scale.calls, SIGNALING_RATES, each, 2, warmUp);
            case "chat" -> new Chat(scale.rooms, CHAT_RATES, each);
            case "rest" -> new Rest(scale.rows, 100 * scale.seconds);
            case "reconnect-storm" -> new ReconnectStorm(scale.sockets, each);
            case SOAK -> new Soak(scale.sockets, Duration.ofSeconds(scale.soak == 0 ? AN_HOUR : scale.soak), each);
            default -> new Matching(scale.couples, MATCHING_RATES, each, warmUp);
        };
    }

    void play(ProjectFolder project, Path folder, Cores cores, Report report, Consumer<String> progress) {
        var loaded = names.stream().filter(name -> !name.equals(Idle.NAME)).toList();
        if (!loaded.isEmpty()) {
            playOnLoadedStack(loaded, project, folder, cores, report, progress);
        }
        if (names.contains(Idle.NAME)) {
            progress.accept(Idle.NAME);
            report.add(cores.onAll(() -> Idle.measure(project, folder, progress)));
            report.write(folder);
        }
    }

    private void playOnLoadedStack(
            List<String> loaded,
            ProjectFolder project,
            Path folder,
            Cores cores,
            Report report,
            Consumer<String> progress) {
        try (var stack = LoadedStack.start(project, folder, cores, progress)) {
            try (var stores = Stores.of(stack.stack())) {
                stores.fillLogFiles();
            }
            for (var name : loaded) {
                var nodes = name.endsWith("two-nodes") ? 2 : 1;
                cores.onAll(() -> {
                    stack.stack().resize(nodes);
                    return nodes;
                });
                report.add(play(scenario(name), stack.stack(), cores, progress));
                report.write(folder);
            }
        }
    }

    private static Findings play(Scenario scenario, Stack stack, Cores cores, Consumer<String> progress) {
        var findings = new Findings(scenario.name(), Machine.load());
        progress.accept(scenario.name() + ", load of the machine %.2f".formatted(findings.loadBefore()));
        try (var ground = new Ground(stack, cores, text -> progress.accept("    " + text))) {
            var traces = Traces.of(ground.stores());
            try {
                cores.bindStack();
                scenario.run(ground, findings);
            } catch (RuntimeException broken) {
                findings.broken("It did not come to its end: " + broken);
                broken.printStackTrace();
            }
            traces.left().forEach(left -> findings.broken("left behind: " + left));
        }
        findings.figures().forEach(figure -> progress.accept("    " + figure.text()));
        findings.brokenInvariants().forEach(broken -> progress.accept("    BROKEN " + broken));
        return findings;
    }
}
