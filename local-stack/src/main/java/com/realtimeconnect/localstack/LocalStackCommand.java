package com.realtimeconnect.localstack;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What {@code ./run} runs. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        version = "Real-time Connect 0.1.0",
        usageHelpAutoWidth = true,
        description =
                "Starts PostgreSQL, Redis, S3, the five services and the web client on this machine, prints where "
                        + "they are, and stays until Ctrl-C. Data stays in .local between runs.",
        subcommands = DemoCommand.class,
        footer = {
            "",
            "Ports are settings too: WEB_PORT 3000, POSTGRES_PORT 15432, REDIS_PORT 16379, S3_PORT 19000, USER_PORT 3001, "
                    + "QUEUING_PORT 3002, INTERACTION_PORT 3003, HISTORY_PORT 3004, COMMUNICATION_PORT 3005. "
                    + "With DB_URL, REDIS_URL or S3_ENDPOINT set, that server is used and none is started. POSTGRES_BIN is the "
                    + "folder of an installed PostgreSQL to start instead of the one that comes along.",
            "",
            "Examples:",
            "  ./run",
            "  ./run --set CALL_SECONDS=30 --set user.LOG_LEVEL=DEBUG",
            "  ./run --nodes 2",
            "  ./run demo --couples 5"
        })
public final class LocalStackCommand implements Callable<Integer> {

    @Mixin
    private StackOptions options = new StackOptions();

    private LocalStackCommand() {}

    public static void main(String[] arguments) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var commandLine = new CommandLine(new LocalStackCommand())
                .setOut(out)
                .setExecutionExceptionHandler((broken, command, parsed) -> {
                    command.getErr()
                            .println(broken instanceof StackException ? broken.getMessage() : broken.toString());
                    command.getErr().flush();
                    return 1;
                });
        System.exit(commandLine.execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var project = ProjectFolder.find();
        var running = RunningStack.start(StackPlan.lasting(project, options.settings(), options.nodes()), out);
        out.println();
        out.println("  Open this in a browser: " + running.page());
        out.println();
        out.print(running.table());
        out.println();
        out.println("Everything is ready. Ctrl-C stops it; ./run demo in another terminal plays the main job.");
        running.watch(out);
        new CountDownLatch(1).await();
        return 0;
    }

    /** What both commands understand. */
    static final class StackOptions {

        @Option(
                names = "--set",
                paramLabel = "NAME=value",
                description = "A setting, as in .env.example; for one service only: user.NAME=value. Can be repeated. "
                        + "The environment is passed on as well.")
        private List<String> assignments = new ArrayList<>();

        @Option(
                names = "--nodes",
                paramLabel = "N",
                defaultValue = "1",
                description = "Processes of each service that holds sockets, the second 100 ports above the first.")
        private int nodes = 1;

        Settings settings() {
            return Settings.of(System.getenv(), assignments);
        }

        int nodes() {
            if (nodes < 1 || nodes > 9) {
                throw new StackException("--nodes wants 1 to 9, not " + nodes);
            }
            return nodes;
        }
    }
}
