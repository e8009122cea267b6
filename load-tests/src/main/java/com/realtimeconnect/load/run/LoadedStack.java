package com.realtimeconnect.load.run;

import com.realtimeconnect.load.measure.Cores;
import com.realtimeconnect.localstack.Folders;
import com.realtimeconnect.localstack.ProjectFolder;
import com.realtimeconnect.localstack.Settings;
import com.realtimeconnect.localstack.Stack;
import com.realtimeconnect.localstack.StackPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The stack that is put under load. Its data begins empty and goes with it; after a kill its processes end by themselves,
 * and the next run removes the files.
 */
final class LoadedStack implements AutoCloseable {

    private final Stack stack;
    private final Path data;
    private final Thread onExit;

    private LoadedStack(Stack stack, Path data) {
        this.stack = stack;
        this.data = data;
        onExit = new Thread(this::stop);
    }

    static LoadedStack start(ProjectFolder project, Path folder, Cores cores, Consumer<String> progress) {
        var data = folder.resolve("stack");
        delete(data);
        var settings = Settings.of(Map.of(), Differences.SETTINGS);
        var plan = StackPlan.measured(project, data, folder.resolve("logs"), settings, 1);
        var stack = cores.onAll(() -> Stack.start(plan, step -> progress.accept("starting " + step)));
        var loaded = new LoadedStack(stack, data);
        Runtime.getRuntime().addShutdownHook(loaded.onExit);
        return loaded;
    }

    Stack stack() {
        return stack;
    }

    private void stop() {
        stack.close();
        delete(data);
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(onExit);
        stop();
    }

    private static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
