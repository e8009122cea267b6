package com.realtimeconnect.test;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * How long a test waits for what it expects, unless it says otherwise. Three modules, a browser and their stores share two
 * cores in a build: what takes milliseconds may take seconds then, and is no failure.
 */
public final class PatientAwaits implements LauncherSessionListener {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(PATIENCE);
    }
}
