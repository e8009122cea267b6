package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.test.SharedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Java says nothing when it cannot use an archive of classes, and then starts as slowly as without. */
@Order(4)
@EnabledOnOs(OS.LINUX)
class QuickStartTests {

    /** user-service starts before the archive can be made, and after that only if another test has started it anew. */
    private static final int AT_LEAST = Service.values().length - 1;

    @Test
    void servicesUseTheArchive() {
        SharedStack.withNodes(1);

        assertThat(ProcessHandle.current().descendants().filter(QuickStartTests::mapsArchive))
                .hasSizeGreaterThanOrEqualTo(AT_LEAST);
    }

    private static boolean mapsArchive(ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "maps")).stream()
                    .anyMatch(line -> line.contains("/.local/programs/") && line.endsWith(".jsa"));
        } catch (IOException ended) {
            return false;
        }
    }
}
