package com.realtimeconnect.localstack.demo;

import com.realtimeconnect.localstack.TextTable;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Tells on the screen what happens, a line for each step. */
final class Narrator {

    private final PrintWriter out;
    private final long start = System.nanoTime();

    Narrator(PrintWriter out) {
        this.out = out;
    }

    synchronized void chapter(String title) {
        out.println();
        out.println(title);
        out.flush();
    }

    synchronized void says(Story story, String what) {
        var seconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 1000.0;
        out.printf("  %5.1f s  %-16s %s%n", seconds, story.woman() + " & " + story.man(), what);
        out.flush();
    }

    /** @param safe whether the call that went wrong was ended, and the two kept apart, as promised */
    synchronized void summary(List<Story> stories, boolean safe) {
        var table = new TextTable("couple", "intent", "matched, ms", "call", "end late, ms", "messages", "outcome");
        for (var story : stories) {
            table.row(
                    story.woman() + " & " + story.man(),
                    story.intent(),
                    story.matchMillis(),
                    story.callLength(),
                    story.lateMillis(),
                    story.messages(),
                    story.outcome());
        }
        out.println();
        out.print(table);
        var well = stories.stream().filter(Story::endedWell).count();
        out.println();
        out.println(
                well == stories.size()
                        ? "All " + well + " calls: connected, ended by the server's clock, kept, chatted, logged once."
                        : "Only " + well + " of " + stories.size() + " went as promised; see FAILED above.");
        out.println(
                safe
                        ? "One call was reported and its man blocked: it ended at once, and the two are kept apart."
                        : "The call that was reported did not go as promised; see FAILED above.");
        out.flush();
    }
}
