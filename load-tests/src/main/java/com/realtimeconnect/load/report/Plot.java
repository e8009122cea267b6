package com.realtimeconnect.load.report;

import java.util.List;

/** Points over an axis, some lines of them. */
public record Plot(String title, String across, String up, boolean isLogarithmic, List<Line> lines) {

    public Plot {
        lines = List.copyOf(lines);
    }

    /** One line, with as many points across as up. */
    public record Line(String name, List<Double> across, List<Double> up) {

        public Line {
            across = List.copyOf(across);
            up = List.copyOf(up);
        }
    }
}
