package com.realtimeconnect.load.scenario;

import com.realtimeconnect.load.measure.Cores;
import com.realtimeconnect.load.measure.Stores;
import com.realtimeconnect.load.people.Crowd;
import com.realtimeconnect.load.socket.Swarm;
import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.Stack;
import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;

/** Where scenarios happen: a running stack, people, and a thread that drives their sockets. */
public final class Ground implements AutoCloseable {

    private final Stack stack;
    private final Cores cores;
    private final Consumer<String> progress;
    private final Stores stores;
    private final Crowd crowd;
    private final Swarm swarm;

    /** @param progress is told what happens, in words */
    public Ground(Stack stack, Cores cores, Consumer<String> progress) {
        this.stack = stack;
        this.cores = cores;
        this.progress = progress;
        stores = Stores.of(stack);
        crowd = new Crowd(stores.database(), stack.keyFolder(), Clock.systemUTC());
        swarm = Swarm.start();
    }

    Stack stack() {
        return stack;
    }

    Cores cores() {
        return cores;
    }

    Swarm swarm() {
        return swarm;
    }

    Crowd crowd() {
        return crowd;
    }

    public Stores stores() {
        return stores;
    }

    /** Work that makes the stack warm, for which it has all cores. */
    void warmUp(Runnable work) {
        say("warming up");
        cores.freeStack();
        try {
            work.run();
        } finally {
            cores.bindStack();
        }
    }

    void say(String text) {
        progress.accept(text);
    }

    /** Where the sockets of this node are, counted from 1; of the last one if there are fewer. */
    URI socketsOf(Service service, int node) {
        return stack.endpoints(node).webSocket(service);
    }

    URI http(Service service, String path) {
        return stack.endpoints(1).http(service, path);
    }

    @Override
    public void close() {
        swarm.close();
        stores.close();
    }
}
