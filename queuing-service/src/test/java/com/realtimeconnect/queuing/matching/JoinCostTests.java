package com.realtimeconnect.queuing.matching;

import static com.realtimeconnect.queuing.matching.TestRoom.LATER;
import static com.realtimeconnect.queuing.matching.TestRoom.man;
import static com.realtimeconnect.queuing.matching.TestRoom.woman;
import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.queuing.intent.Intent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.RedisCallback;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a step costs Redis while 1,000, 10,000 and 100,000 people wait: the best of at least three rounds by Redis' own
 * count of microseconds per call. The lines stand beside each other and take turns, so that what else the machine does
 * slows all of them; a round more is run while one seems dear, which no cost that grows with the line would outlive.
 * Prints a table; the README names the command.
 */
class JoinCostTests {

    private static final List<Integer> LENGTHS = List.of(1_000, 10_000, 100_000);
    private static final int CALLS = 150;
    private static final int FEWEST_ROUNDS = 3;
    private static final int MOST_ROUNDS = 12;
    private static final double MOST_GROWTH = 2;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WaitingRoom room = TestRoom.room(Duration.ofHours(1), Duration.ofSeconds(50));
    private final Map<String, Map<Integer, Double>> costs = new LinkedHashMap<>();

    @AfterAll
    static void empty() {
        TestRoom.empty();
    }

    @Test
    void aStepCostsTheSameHoweverManyWait() {
        TestRoom.empty();
        var lines = LENGTHS.stream().map(this::fill).toList();
        lines.forEach(Line::warmUp);
        for (int round = 0; round < FEWEST_ROUNDS || (round < MOST_ROUNDS && !dear().isEmpty()); round++) {
            lines.forEach(Line::measure);
        }
        print();
        assertThat(dear()).isEmpty();
    }

    /** The steps that cost more where many wait. */
    private List<String> dear() {
        return costs.entrySet().stream()
                .filter(step -> cost(step, LENGTHS.getLast()) >= MOST_GROWTH * cost(step, LENGTHS.getFirst()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double cost(Map.Entry<String, Map<Integer, Double>> step, int length) {
        return Objects.requireNonNull(step.getValue().get(length));
    }

    /** People who wait for one intent. */
    private final class Line {

        private final Intent intent;
        private final int length;
        private final WaitingTicket last;
        private final Map<String, IntConsumer> steps = new LinkedHashMap<>();
        private final List<WaitingTicket> stayed = new ArrayList<>();

        Line(Intent intent, int length, WaitingTicket last) {
            this.intent = intent;
            this.length = length;
            this.last = last;
            steps.put("join behind them", this::joinBehind);
            steps.put("join and leave", this::joinAndLeave);
            steps.put("join, first fits", this::joinAndMatch);
            steps.put("join, none of 64 fits", this::joinInVain);
            steps.put("find my place", this::find);
        }

        void warmUp() {
            steps.values().forEach(step -> IntStream.range(0, 50).forEach(step));
            sendAway();
        }

        void measure() {
            steps.forEach((name, step) -> costs.computeIfAbsent(name, first -> new LinkedHashMap<>())
                    .merge(length, microsOf(step), Math::min));
            sendAway();
        }

        /** So that the line is as long again, and nobody stands on the other side. */
        private void sendAway() {
            stayed.forEach(ticket -> room.leave(intent, ticket.ticketId(), LeaveReason.ASKED));
            stayed.clear();
        }

        private void joinBehind(int call) {
            stay(man().since(2_000_000 + call).ticket());
        }

        private void joinAndLeave(int call) {
            var ticket = man().since(500 + call).ticket();
            enter(ticket);
            room.leave(intent, ticket.ticketId(), LeaveReason.ASKED);
        }

        /** One who is put before all others fits. */
        private void joinAndMatch(int call) {
            enter(man().since(-10).aged(77).ticket());
            assertThat(enter(woman().wants(77, 77).ticket())).isInstanceOf(Entry.Matched.class);
        }

        private void joinInVain(int call) {
            stay(woman().wants(99, 99).ticket());
        }

        private void find(int call) {
            room.find(intent, last.ticketId());
        }

        private void stay(WaitingTicket ticket) {
            enter(ticket);
            stayed.add(ticket);
        }

        private Entry enter(WaitingTicket ticket) {
            return room.enter(intent, ticket, true, LATER);
        }
    }

    private static double microsOf(IntConsumer call) {
        TestRoom.redis().execute((RedisCallback<String>) connection -> {
            connection.serverCommands().resetConfigStats();
            return "";
        });
        IntStream.range(0, CALLS).forEach(call);
        return microsPerCall();
    }

    private static double microsPerCall() {
        var stats = Objects.requireNonNull(TestRoom.redis().execute((RedisCallback<Properties>)
                connection -> connection.serverCommands().info("commandstats")));
        var line = stats.getProperty("cmdstat_evalsha");
        return Double.parseDouble(line.replaceAll(".*usec_per_call=([0-9.]+).*", "$1"));
    }

    private Line fill(int length) {
        var intent = new Intent("test-" + length, "Test");
        var tickets = IntStream.range(0, length)
                .mapToObj(index -> man().since(1_000 + index).ticket())
                .toList();
        var keys = QueueSlot.of(intent).keys();
        TestRoom.redis().executePipelined((RedisCallback<@Nullable Object>) connection -> {
            for (var ticket : tickets) {
                var id = bytes(ticket.ticketId().toString());
                connection.zSetCommands().zAdd(bytes(keys.get(1)), (double) ticket.joinedAtMillis(), id);
                connection.zSetCommands().zAdd(bytes(keys.get(3)), 32_000_000_000_000d, id);
                connection.hashCommands().hSet(bytes(keys.get(2)), id, bytes(JSON.writeValueAsString(ticket)));
            }
            return null;
        });
        return new Line(intent, length, tickets.getLast());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void print() {
        var table = new StringBuilder("\n%-24s".formatted("Redis µs per script"));
        LENGTHS.forEach(length -> table.append("%,12d".formatted(length)));
        costs.forEach((step, byLength) -> {
            table.append("\n%-24s".formatted(step));
            byLength.values().forEach(micros -> table.append("%12.1f".formatted(micros)));
        });
        System.out.println(table.append(" waiting"));
    }
}
