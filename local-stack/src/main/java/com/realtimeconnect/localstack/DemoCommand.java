package com.realtimeconnect.localstack;

import com.realtimeconnect.localstack.demo.Demo;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./run demo}. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true,
        description =
                "Plays the main job with people it makes up: they register, are matched by intent, talk, are cut off "
                        + "by the server's clock, keep each other and chat; one call is reported, and its man blocked. "
                        + "Joins a stack that runs already, else starts one with short calls and stops it afterwards. Ends with 0 only if everything went as promised.")
final class DemoCommand implements Callable<Integer> {

    private static final String SHORT_CALL = "10";

    @Mixin
    private LocalStackCommand.StackOptions options = new LocalStackCommand.StackOptions();

    @Option(
            names = "--couples",
            paramLabel = "N",
            defaultValue = "3",
            description = "How many women and as many men (1 to 8, default 3).")
    private int couples = 3;

    @Override
    public Integer call() {
        if (couples < 1 || couples > Demo.MOST_COUPLES) {
            throw new StackException("--couples wants 1 to " + Demo.MOST_COUPLES + ", not " + couples);
        }
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var endpoints = isRunning() ? join(out) : start(out);
        return new Demo(endpoints, out).play(couples) ? 0 : 1;
    }

    private Endpoints join(PrintWriter out) {
        out.println(
                "A stack runs here already; the people of the demo join it. Its calls last as long as its CALL_SECONDS "
                        + "says (180 s unless it was started with another value).");
        return usualEndpoints();
    }

    private Endpoints start(PrintWriter out) {
        var settings = options.settings().orElse("CALL_SECONDS", SHORT_CALL);
        out.println("No stack runs here, so one is started. Calls last "
                + settings.value("CALL_SECONDS").orElse(SHORT_CALL) + " s in this demo (CALL_SECONDS), not 180 s.");
        var plan = StackPlan.lasting(ProjectFolder.find(), settings, options.nodes());
        return RunningStack.start(plan, out).endpoints();
    }

    private boolean isRunning() {
        try (var http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
            return usualEndpoints().addresses().values().stream()
                    .allMatch(address -> ServiceNode.isReady(http, address));
        }
    }

    private Endpoints usualEndpoints() {
        var settings = options.settings();
        var addresses = new EnumMap<Service, URI>(Service.class);
        for (var service : Service.values()) {
            var port = settings.port(service.portSetting(), service.usualPort());
            addresses.put(service, URI.create("http://localhost:" + port));
        }
        return new Endpoints(addresses);
    }
}
