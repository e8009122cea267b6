package com.realtimeconnect.load.scenario;

import com.realtimeconnect.load.report.Findings;

/** Something that many people do at the same time. It measures, checks what has to hold, and leaves nothing behind. */
public interface Scenario {

    /** As on the command line. */
    String name();

    void run(Ground ground, Findings findings);
}
