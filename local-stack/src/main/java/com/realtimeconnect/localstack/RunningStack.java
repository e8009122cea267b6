package com.realtimeconnect.localstack;

import java.io.PrintWriter;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** A stack in front of a person: it says what it starts, shows what there is, and stops when this process is asked to. */
final class RunningStack {

    private final Stack stack;

    private RunningStack(Stack stack) {
        this.stack = stack;
    }

    static RunningStack start(StackPlan plan, PrintWriter out) {
        var start = System.nanoTime();
        var stack = Stack.start(plan, step -> {
            out.printf("  %4d s  %s%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start), step);
            out.flush();
        });
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            out.println();
            out.println("Stopping …");
            out.flush();
            stack.close();
        }));
        return new RunningStack(stack);
    }

    Endpoints endpoints() {
        return stack.endpoints(1);
    }

    URI page() {
        return stack.page();
    }

    TextTable table() {
        var table = new TextTable("service", "address", "documentation", "log");
        var here = java.nio.file.Path.of("").toAbsolutePath();
        for (var line : stack.lines()) {
            var log = line.log() == null
                    ? ""
                    : here.relativize(line.log().toAbsolutePath()).toString();
            table.row(line.name(), line.address(), line.docs(), log);
        }
        return table;
    }

    /** Says so when a service ends that nobody has stopped; the others go on, as they would in production. */
    void watch(PrintWriter out) {
        for (var service : Service.values()) {
            for (var node : stack.nodes(service)) {
                Thread.ofVirtual().start(() -> {
                    var exitCode = node.awaitEnd();
                    if (!stack.isClosing()) {
                        out.println(
                                node.name() + " ended by itself with exit code " + exitCode + "; see " + node.log());
                        out.flush();
                    }
                });
            }
        }
    }
}
