package com.realtimeconnect.load.scenario;

import com.realtimeconnect.load.measure.Await;
import com.realtimeconnect.load.measure.Latencies;
import com.realtimeconnect.load.measure.ProcessGroup;
import com.realtimeconnect.load.measure.Spending;
import com.realtimeconnect.load.people.Account;
import com.realtimeconnect.load.report.Figure.Target;
import com.realtimeconnect.load.report.Findings;
import com.realtimeconnect.load.report.Plot;
import com.realtimeconnect.load.socket.Peer;
import com.realtimeconnect.localstack.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Rooms of two in which both write, at rates that rise until it is too much. Each message is stored before its receipt. */
public final class Chat implements Scenario {

    private static final double SOON = 20;
    /** A person may write 5 messages a second on average. */
    private static final double MOST_OF_A_SENDER = 4.5;

    private static final int WANTED = 2_000;
    private static final int WARM_ROUNDS = 2;
    private static final Duration DRAIN = Duration.ofSeconds(15);

    private final int rooms;
    private final List<Integer> rates;
    private final Duration each;

    public Chat(int rooms, List<Integer> rates, Duration each) {
        this.rooms = rooms;
        this.rates = List.copyOf(rates);
        this.each = each;
    }

    @Override
    public String name() {
        return "chat";
    }

    @Override
    public void run(Ground ground, Findings findings) {
        var women = ground.crowd().women(rooms);
        var men = ground.crowd().men(rooms);
        var ids = ChatRooms.open(ground, women, men);
        ground.say(2 * rooms + " people come online");
        var hers = arrive(ground, women, 1);
        var his = arrive(ground, men, 2);
        var tally = new ChatRoom.Tally();
        var all = ground.swarm().ask(() -> {
            var made = new ArrayList<ChatRoom>();
            for (var i = 0; i < rooms; i++) {
                made.add(new ChatRoom(ids.get(i).toString(), hers.get(i), his.get(i), tally));
            }
            return made;
        });
        // Through all rates: what runs only when messages come close together is to be compiled, too.
        ground.warmUp(() -> {
            for (var times = 0; times < WARM_ROUNDS; times++) {
                bearable().forEach(rate -> step(ground, all, tally, rate));
            }
        });
        rise(ground, findings, all, tally);
        checkStored(ground, findings, all, tally);
        ground.swarm().cut(Stream.concat(hers.stream(), his.stream()).toList());
    }

    /** Rates at which nobody writes faster than they may. */
    private List<Integer> bearable() {
        return rates.stream()
                .filter(rate -> rate <= MOST_OF_A_SENDER * 2 * rooms)
                .toList();
    }

    private static List<Peer> arrive(Ground ground, List<Account> people, int node) {
        return Arrival.of(ground, people, ground.socketsOf(Service.COMMUNICATION, node))
                .peers();
    }

    private void rise(Ground ground, Findings findings, List<ChatRoom> all, ChatRoom.Tally tally) {
        var across = new ArrayList<Double>();
        var half = new ArrayList<Double>();
        var most = new ArrayList<Double>();
        var highest = 0.0;
        for (var rate : bearable()) {
            ground.say(rate + " messages a second");
            var spending = Spending.start();
            var perSecond = step(ground, all, tally, rate);
            var count = Math.max(1, tally.deliveries.count());
            var title = "at " + rate + "/s: ";
            var wanted = rate == WANTED ? Target.atMost(SOON) : null;
            findings.figure(title + "messages delivered", perSecond, "1/s");
            findings.figure(title + "sent to delivered, p50", tally.deliveries.percentile(50), "ms");
            findings.figure(title + "sent to delivered, p99", tally.deliveries.percentile(99), "ms", wanted);
            findings.figure(title + "sent to delivered, p99.9", tally.deliveries.percentile(99.9), "ms");
            findings.figure(title + "sent to receipt, p50", tally.receipts.percentile(50), "ms");
            findings.figure(title + "sent to receipt, p99", tally.receipts.percentile(99), "ms");
            findings.figure(
                    title + "processor of the service for a message",
                    spending.micros(ProcessGroup.COMMUNICATION) / (double) count,
                    "µs");
            findings.figure(
                    title + "processor of PostgreSQL for a message",
                    spending.micros(ProcessGroup.POSTGRESQL) / (double) count,
                    "µs");
            across.add((double) rate);
            half.add(tally.deliveries.percentile(50));
            most.add(tally.deliveries.percentile(99));
            if (tally.deliveries.percentile(99) > SOON && tally.deliveries.percentile(50) > SOON) {
                break;
            }
            if (tally.deliveries.percentile(99) < SOON) {
                highest = Math.max(highest, perSecond);
            }
        }
        findings.figure(
                "messages delivered, highest rate with p99 under 20 ms", highest, "1/s", Target.atLeast(WANTED));
        findings.plot(new Plot(
                "Sent to delivered, every message stored",
                "messages a second",
                "ms",
                true,
                List.of(new Plot.Line("p50", across, half), new Plot.Line("p99", across, most))));
    }

    /** @return how many were delivered in a second */
    private double step(Ground ground, List<ChatRoom> all, ChatRoom.Tally tally, int rate) {
        ground.swarm().ask(() -> {
            tally.deliveries = new Latencies();
            tally.receipts = new Latencies();
            return tally;
        });
        var before = ground.swarm().ask(() -> tally.delivered);
        var count = rate * Math.max(1, each.toMillis()) / 1_000;
        var pace = new EvenPace(rate, count, (number, due) -> {
            var room = all.get((int) (number / 2 % all.size()));
            room.write(number % 2 == 0, due);
        });
        var start = System.nanoTime();
        ground.swarm().pace(pace);
        Await.until(each.plusSeconds(20), pace::isOver);
        pace.stop();
        Await.until(
                DRAIN,
                () -> ground.swarm()
                        .ask(() -> tally.delivered + tally.refused >= tally.sent
                                && tally.confirmed + tally.refused >= tally.sent));
        var seconds = (System.nanoTime() - start) / 1e9;
        return (ground.swarm().ask(() -> tally.delivered) - before) / seconds;
    }

    private static void checkStored(Ground ground, Findings findings, List<ChatRoom> all, ChatRoom.Tally tally) {
        ground.swarm().ask(() -> {
            var accepted = tally.sent - tally.refused;
            findings.figure("messages refused, of " + tally.sent, (double) tally.refused, "");
            if (tally.refused > 0) {
                findings.note("The last refusal: " + tally.lastRefusal);
            }
            findings.expect("messages that were confirmed", accepted, tally.confirmed);
            findings.expect("messages that were delivered", accepted, tally.delivered);
            if (tally.wrong > 0) {
                findings.broken(tally.wrong + " things were not as promised, the first: " + tally.firstWrong);
            }
            return tally;
        });
        var rooms = "('" + String.join("','", all.stream().map(ChatRoom::id).toList()) + "')";
        findings.expect(
                "messages stored",
                tally.confirmed,
                ground.stores().number("select count(*) from chat.messages where room_id in " + rooms));
        findings.expect(
                "numbers given out",
                tally.confirmed,
                ground.stores().number("select sum(last_seq) from chat.rooms where id in " + rooms));
    }
}
