package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.localstack.ProjectFolder;
import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.Stack;
import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.test.PostgresPrograms;
import com.realtimeconnect.test.SharedStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is put back from a dump, and nobody comes back with it who has left since. */
@Order(3)
class BackupTests {

    private static final Clients CLIENTS = new Clients();

    @TempDir
    private Path folder;

    @AfterAll
    static void stop() {
        CLIENTS.close();
    }

    @Test
    void aRestoreBringsNobodyBackWhoHasLeft() throws Exception {
        var programs = PostgresPrograms.find();
        assumeThat(programs)
                .as("this test needs an installed PostgreSQL with pg_dump, such as Debian's package postgresql")
                .isPresent();
        var stack = SharedStack.withNodes(1);
        var traces = new Traces(stack);
        try (var life = FullLife.of(CLIENTS, stack.endpoints(1), stack.endpoints(1))) {
            var woman = life.woman();
            var dump = Path.of(run(stack, "dump", folder.toString()).strip());
            assertThat(woman.erase().status()).isEqualTo(202);
            await().atMost(Duration.ofMinutes(3)).until(() -> traces.isErased(woman.userId()));
            run(stack, "ledger", folder.toString());
            var ledger = folder.resolve("erasures.csv");
            var lines = Files.readAllLines(ledger);
            run(stack, "ledger", folder.toString());
            assertThat(Files.readAllLines(ledger))
                    .as("nothing new, nothing twice")
                    .isEqualTo(lines);
            assertThat(lines)
                    .isNotEmpty()
                    .allMatch(line -> line.matches("[0-9a-f]{64},\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z"));

            stopServices(stack);
            run(stack, "restore", dump.toString(), ledger.toString());
            assertThat(traces.of(life.textsOf(woman)))
                    .as("the dump is from before she left")
                    .isNotEmpty();
            traces.emptyRedis();
            SharedStack.withNodes(1);

            await().atMost(Duration.ofMinutes(3)).until(() -> traces.isErased(woman.userId()));
            assertThat(traces.of(life.textsOf(woman))).isEmpty();
            assertThat(life.photoStatus()).isEqualTo(404);
            life.man().logInAgain();
            assertThat(life.meeting().logged(life.man()).getFirst().path("peer"))
                    .hasToString("{\"erased\":true}");
        }
    }

    private static void stopServices(Stack stack) {
        for (var service : Service.values()) {
            stack.nodes(service).forEach(node -> node.kill());
        }
    }

    private static String run(Stack stack, String script, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(
                ProjectFolder.find().root().resolve("deploy/backup/" + script).toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().put("PATH", PostgresPrograms.find().orElseThrow() + ":" + System.getenv("PATH"));
        builder.environment().put("PGHOST", "localhost");
        builder.environment().put("PGPORT", Integer.toString(stack.postgresPort()));
        builder.environment().put("PGUSER", "postgres");
        builder.environment().put("PGPASSWORD", "postgres");
        builder.environment().put("PGDATABASE", "connect");
        var error = Files.createTempFile("backup-", ".log");
        try {
            var process = builder.redirectError(error.toFile()).start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as(script + ": " + Files.readString(error))
                    .isZero();
            return output;
        } finally {
            Files.delete(error);
        }
    }
}
