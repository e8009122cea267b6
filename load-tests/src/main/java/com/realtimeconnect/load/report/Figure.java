package com.realtimeconnect.load.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was measured.
 *
 * @param target what it is to be, if anybody has said so
 */
public record Figure(
        String what, double value, String unit, @Nullable Target target) {

    /** A limit on one side. */
    public record Target(double limit, boolean isCeiling) {

        public static Target atMost(double limit) {
            return new Target(limit, true);
        }

        public static Target atLeast(double limit) {
            return new Target(limit, false);
        }

        boolean isReachedBy(double value) {
            return isCeiling ? value <= limit : value >= limit;
        }

        @Override
        public String toString() {
            return (isCeiling ? "≤ " : "≥ ") + rounded(limit);
        }
    }

    /** Whether it is as it is to be; null if nobody has said. */
    public @Nullable Boolean isReached() {
        return target == null ? null : target.isReachedBy(value);
    }

    /** In one line. */
    public String text() {
        return what + ": " + valueText() + (target == null ? "" : " (" + targetText() + ", " + verdict() + ")");
    }

    String valueText() {
        return rounded(value) + " " + unit;
    }

    String targetText() {
        return target == null ? "" : target.toString();
    }

    String verdict() {
        var reached = isReached();
        return reached == null ? "" : reached ? "reached" : "NOT REACHED";
    }

    private static String rounded(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        var digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
