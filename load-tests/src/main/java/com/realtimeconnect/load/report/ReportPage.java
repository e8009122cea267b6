package com.realtimeconnect.load.report;

import com.realtimeconnect.load.measure.Machine;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The report as one page that needs no other file. */
final class ReportPage {

    private static final String STYLE = """
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222 }
            table { border-collapse: collapse; width: 100%; margin: 1rem 0 }
            th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #ddd; vertical-align: top }
            .reached { color: #0a6b2d } .missed { color: #a4480a } .broken { color: #b00020; font-weight: bold }
            svg { max-width: 100%; height: auto }
            """;

    private final StringBuilder page = new StringBuilder();
    private final Machine machine;
    private final Instant startedAt;
    private final List<String> differences;
    private final List<Findings> findings;

    ReportPage(Machine machine, Instant startedAt, List<String> differences, List<Findings> findings) {
        this.machine = machine;
        this.startedAt = startedAt;
        this.differences = differences;
        this.findings = findings;
    }

    String html() {
        page.append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Load tests</title><style>")
                .append(STYLE)
                .append("</style><h1>Load tests of Real-time Connect</h1>");
        paragraph(startedAt + ", " + machine);
        list("What is not as in production", differences);
        findings.forEach(this::scenario);
        return page.append("</html>\n").toString();
    }

    private void scenario(Findings found) {
        page.append("<h2>").append(escaped(found.scenario())).append("</h2>");
        paragraph("Load of the machine when it began: %.2f".formatted(found.loadBefore()));
        for (var broken : found.brokenInvariants()) {
            page.append("<p class=\"broken\">Broken: ").append(escaped(broken)).append("</p>");
        }
        page.append("<table><tr><th>figure<th>measured<th>target<th>");
        found.figures().forEach(this::row);
        page.append("</table>");
        list("", found.notes());
        for (var plot : found.plots()) {
            if (!plot.lines().isEmpty() && !plot.lines().getFirst().across().isEmpty()) {
                page.append("<div>").append(PlotDrawing.svg(plot)).append("</div>");
            }
        }
    }

    private void row(Figure figure) {
        var reached = figure.isReached();
        var style = reached == null ? "" : reached ? "reached" : "missed";
        page.append("<tr><td>")
                .append(escaped(figure.what()))
                .append("<td>")
                .append(escaped(figure.valueText()))
                .append("<td>")
                .append(escaped(figure.targetText()))
                .append("<td class=\"")
                .append(style)
                .append("\">")
                .append(escaped(figure.verdict().toLowerCase(Locale.ROOT)));
    }

    private void paragraph(String text) {
        page.append("<p>").append(escaped(text)).append("</p>");
    }

    private void list(String heading, List<String> items) {
        if (!items.isEmpty()) {
            page.append(heading.isEmpty() ? "" : "<h3>" + heading + "</h3>").append("<ul>");
            items.forEach(item -> page.append("<li>").append(escaped(item)));
            page.append("</ul>");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
