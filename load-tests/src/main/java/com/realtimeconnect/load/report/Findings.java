package com.realtimeconnect.load.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one scenario found. */
public final class Findings {

    private final String scenario;
    private final double loadBefore;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Plot> plots = new ArrayList<>();
    private final List<String> broken = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** @param loadBefore the average number of things that ran on the machine when it began */
    public Findings(String scenario, double loadBefore) {
        this.scenario = scenario;
        this.loadBefore = loadBefore;
    }

    public void figure(String what, double value, String unit) {
        figure(what, value, unit, null);
    }

    public void figure(String what, double value, String unit, Figure.@Nullable Target target) {
        figures.add(new Figure(what, value, unit, target));
    }

    public void plot(Plot plot) {
        plots.add(plot);
    }

    public void note(String text) {
        notes.add(text);
    }

    /** A guarantee that did not hold. */
    public void broken(String invariant) {
        broken.add(invariant);
    }

    /** Says so unless the two are the same. */
    public void expect(String what, long expected, long found) {
        if (expected != found) {
            broken(what + ": " + found + " instead of " + expected);
        }
    }

    public String scenario() {
        return scenario;
    }

    public double loadBefore() {
        return loadBefore;
    }

    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    public List<Plot> plots() {
        return List.copyOf(plots);
    }

    public List<String> brokenInvariants() {
        return List.copyOf(broken);
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }
}
