package com.realtimeconnect.load.scenario;

import com.realtimeconnect.load.measure.Await;
import com.realtimeconnect.load.measure.ProcessGroup;
import com.realtimeconnect.load.measure.Spending;
import com.realtimeconnect.load.people.Account;
import com.realtimeconnect.load.report.Figure.Target;
import com.realtimeconnect.load.report.Findings;
import com.realtimeconnect.load.socket.Peer;
import com.realtimeconnect.localstack.Service;
import java.time.Duration;
import java.util.List;

/** Many people who hold a socket to interaction-service and do nothing with it. */
public final class Connections implements Scenario {

    private static final ProcessGroup SERVER = ProcessGroup.INTERACTION;
    private static final Duration CLOSING = Duration.ofSeconds(20);
    private static final int FEW = 500;
    private static final int WARM_AFTER = 40_000;
    private static final double KILO = 1_000;

    private final int sockets;
    private final Duration idle;

    public Connections(int sockets, Duration idle) {
        this.sockets = sockets;
        this.idle = idle;
    }

    @Override
    public String name() {
        return "connections";
    }

    @Override
    public void run(Ground ground, Findings findings) {
        rest(ground, findings);
        ground.warmUp(() -> warmUp(ground));
        ground.swarm().cut(storm(ground, findings));
    }

    /** First, while the heap of the service has not grown by anything else. */
    private void rest(Ground ground, Findings findings) {
        openAndClose(ground, ground.crowd().people(Math.min(sockets, FEW)));
        SERVER.collectGarbage();
        var before = SERVER.residentBytes();
        ground.say(sockets + " sockets open, and rest");
        var peers = Arrival.of(ground, ground.crowd().people(sockets), ground.socketsOf(Service.INTERACTION, 1))
                .peers();
        Await.pass(idle);
        var spending = Spending.start();
        Await.pass(idle);
        findings.figure("processor of the service while idle", 100 * spending.share(SERVER), "% of a core");
        SERVER.collectGarbage();
        var each = (SERVER.residentBytes() - before) / KILO / sockets;
        findings.figure("resident memory of an idle socket, of " + sockets, each, "KB", Target.atMost(15));
        findings.expect(
                "idle sockets that were closed",
                0,
                peers.stream().filter(Peer::isClosed).count());
        cut(ground, peers);
    }

    /** The first sockets make the service load and compile what the others then use. Nobody comes twice, as in the storm. */
    private void warmUp(Ground ground) {
        for (var opened = 0; opened < WARM_AFTER && sockets >= FEW; opened += sockets) {
            openAndClose(ground, ground.crowd().people(sockets));
        }
    }

    private static void openAndClose(Ground ground, List<Account> people) {
        cut(
                ground,
                Arrival.of(ground, people, ground.socketsOf(Service.INTERACTION, 1))
                        .peers());
    }

    private static void cut(Ground ground, List<Peer> peers) {
        var held = SERVER.sockets() - peers.size();
        ground.swarm().cut(peers);
        Await.until(CLOSING, () -> SERVER.sockets() <= held + 1);
    }

    private List<Peer> storm(Ground ground, Findings findings) {
        ground.say(sockets + " sockets open");
        var people = ground.crowd().people(sockets);
        var spending = Spending.start();
        var start = System.nanoTime();
        var arrival = Arrival.of(ground, people, ground.socketsOf(Service.INTERACTION, 1));
        var peers = arrival.peers();
        var seconds = (System.nanoTime() - start) / 1e9;
        findings.figure("sockets opened and served", sockets / seconds, "1/s", Target.atLeast(1_500));
        findings.figure(
                "processor of the service for each",
                spending.micros(SERVER) / KILO / sockets,
                "ms",
                Target.atMost(0.6));
        findings.figure("processor of everything for each", spending.allMicros() / KILO / sockets, "ms");
        findings.figure(
                "from the first packet until served, p99", arrival.latencies().percentile(99), "ms");
        return peers;
    }
}
