package com.realtimeconnect.load.report;

import com.realtimeconnect.load.measure.Machine;
import com.realtimeconnect.localstack.TextTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Everything that a run found. It is written anew after each scenario, so that a run that is cut short leaves what it has. */
public final class Report {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Machine machine;
    private final Instant startedAt;
    private final List<String> differences;
    private final List<Findings> findings = new ArrayList<>();

    /** @param differences in which ways this run is not as production is */
    public Report(Machine machine, Instant startedAt, List<String> differences) {
        this.machine = machine;
        this.startedAt = startedAt;
        this.differences = List.copyOf(differences);
    }

    private record Content(Machine machine, Instant startedAt, List<String> differences, List<Result> results) {}

    private record Result(
            String scenario,
            double loadBefore,
            List<Figure> figures,
            List<String> brokenInvariants,
            List<String> notes) {

        static Result of(Findings found) {
            return new Result(
                    found.scenario(), found.loadBefore(), found.figures(), found.brokenInvariants(), found.notes());
        }
    }

    public void add(Findings found) {
        findings.add(found);
    }

    public boolean isSound() {
        return findings.stream().allMatch(found -> found.brokenInvariants().isEmpty());
    }

    /** Leaves {@code report.json} and {@code report.html} in this folder. */
    public void write(Path folder) {
        var results = findings.stream().map(Result::of).toList();
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("report.json"),
                    JSON.writeValueAsString(new Content(machine, startedAt, differences, results)));
            Files.writeString(
                    folder.resolve("report.html"), new ReportPage(machine, startedAt, differences, findings).html());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** For the terminal. */
    public String table() {
        var table = new TextTable("scenario", "figure", "measured", "target", "");
        for (var found : findings) {
            for (var figure : found.figures()) {
                table.row(found.scenario(), figure.what(), figure.valueText(), figure.targetText(), figure.verdict());
            }
        }
        var text = new StringBuilder(table.toString());
        for (var found : findings) {
            found.brokenInvariants()
                    .forEach(broken -> text.append("\n  BROKEN  ")
                            .append(found.scenario())
                            .append(": ")
                            .append(broken));
        }
        return text.append('\n').toString();
    }
}
