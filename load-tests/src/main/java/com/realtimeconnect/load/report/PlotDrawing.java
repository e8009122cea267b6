package com.realtimeconnect.load.report;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws plots as SVG that can stand inside a page. */
final class PlotDrawing {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 360;

    private PlotDrawing() {}

    static String svg(Plot plot) {
        var graphics = new VectorGraphics2D();
        chart(plot).paint(graphics, WIDTH, HEIGHT);
        var document = new SVGProcessor().getDocument(graphics.getCommands(), new PageSize(WIDTH, HEIGHT));
        try {
            var octets = new ByteArrayOutputStream();
            document.writeTo(octets);
            var text = octets.toString(StandardCharsets.UTF_8);
            return text.substring(text.indexOf("<svg"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static XYChart chart(Plot plot) {
        var chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(plot.title())
                .xAxisTitle(plot.across())
                .yAxisTitle(plot.up())
                .build();
        chart.getStyler().setYAxisLogarithmic(plot.isLogarithmic());
        chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNW);
        for (var line : plot.lines()) {
            if (!line.across().isEmpty()) {
                chart.addSeries(line.name(), line.across(), line.up()).setMarker(SeriesMarkers.CIRCLE);
            }
        }
        return chart;
    }
}
