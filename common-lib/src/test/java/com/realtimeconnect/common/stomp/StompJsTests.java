package com.realtimeconnect.common.stomp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.realtimeconnect.common.sample.SampleNode;
import com.realtimeconnect.test.LocalServices;
import com.realtimeconnect.test.TestTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The client that browsers use, run by Node. Where Node is missing this is left out, but never in CI. */
class StompJsTests {

    private static final Path FOLDER = LocalServices.projectRoot().resolve("common-lib/src/test/stompjs");

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        assumeTrue(
                isNodeThere() || "true".equals(System.getenv("CI")),
                "Node 20 or newer is not on the path: the proof with @stomp/stompjs is left out");
        if (!Files.exists(FOLDER.resolve("node_modules/.package-lock.json"))) {
            run("npm", "ci", "--no-audit", "--no-fund");
        }
    }

    @Test
    void servesStompJs() throws IOException, InterruptedException {
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        try (var node = SampleNode.start()) {
            var output = run(
                    "node",
                    "proof.mjs",
                    node.endpoint().toString(),
                    TestTokens.person(one, "female"),
                    TestTokens.person(other, "male"),
                    other.toString());
            assertThat(output).contains("stompjs: all well");
        }
    }

    private static boolean isNodeThere() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
