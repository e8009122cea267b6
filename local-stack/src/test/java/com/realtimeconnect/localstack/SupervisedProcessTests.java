package com.realtimeconnect.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedProcessTests {

    @TempDir
    private Path folder;

    @Test
    void passesTheExitCodeOnAndKeepsTheOutput() throws Exception {
        var process = start("echo hello; exit 7", null);

        assertThat(process.awaitEnd()).isEqualTo(7);
        assertThat(process.log()).hasContent("hello");
    }

    @Test
    void sendsTheSignalThatTheProgramWants() throws Exception {
        var process = start("trap 'echo bye; exit 3' TERM; echo ready; while :; do sleep 0.1; done", null);
        await().until(() -> Files.readString(process.log()).contains("ready"));

        process.stop(Duration.ofSeconds(5));

        assertThat(process.exitCode()).isEqualTo(3);
        assertThat(process.log()).content().contains("bye");
    }

    @Test
    void insistsWhenTheProgramDoesNotListen() throws Exception {
        var process = start("trap '' TERM; echo ready; while :; do sleep 0.1; done", null);
        await().until(() -> Files.readString(process.log()).contains("ready"));

        process.stop(Duration.ofSeconds(1));

        assertThat(process.exitCode()).isEqualTo(128 + 9);
    }

    @Test
    void killsWithoutAsking() throws Exception {
        var process = start("trap 'echo bye; exit 3' TERM; echo ready; while :; do sleep 0.1; done", null);
        await().until(() -> Files.readString(process.log()).contains("ready"));

        process.kill();

        assertThat(process.exitCode()).isEqualTo(128 + 9);
        assertThat(process.log()).content().doesNotContain("bye");
    }

    @Test
    void removesWhatTheProgramLeaves() throws Exception {
        var rubbish = Files.createDirectory(folder.resolve("rubbish"));
        Files.writeString(rubbish.resolve("file"), "data");

        start("true", rubbish).awaitEnd();

        assertThat(rubbish).doesNotExist();
    }

    /** Another JVM starts a program and is killed with no chance to clean up after itself. */
    @Test
    void endsTheProgramWhenItsParentIsKilled() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var parent = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentToKill.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("parent.log").toFile())
                .start();
        var pidFile = folder.resolve("pid");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Files.exists(pidFile) && !Files.readString(pidFile).isBlank());
        var program = ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                .orElseThrow();

        parent.destroyForcibly();

        await().atMost(Duration.ofSeconds(10)).until(() -> !program.isAlive());
    }

    private SupervisedProcess start(String script, @Nullable Path rubbish) throws IOException {
        return SupervisedProcess.start(program(folder, script, rubbish));
    }

    private static SupervisedProcess.Program program(Path folder, String script, @Nullable Path rubbish) {
        return new SupervisedProcess.Program(
                "script", List.of("sh", "-c", script), Map.of(), folder, folder.resolve("log"), "TERM", rubbish);
    }

    /** Starts a program that never ends and ignores being asked to. */
    static final class ParentToKill {
        private ParentToKill() {}

        public static void main(String[] arguments) throws Exception {
            var folder = Path.of(arguments[0]);
            var script = "trap '' TERM; echo $$ > pid; while :; do sleep 0.1; done";
            SupervisedProcess.start(program(folder, script, null)).awaitEnd();
        }
    }
}
