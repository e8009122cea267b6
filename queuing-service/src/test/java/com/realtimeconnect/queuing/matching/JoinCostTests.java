package com.realtimeconnect.queuing.matching;

import static com.realtimeconnect.queuing.matching.TestRoom.INTENT;
import static com.realtimeconnect.queuing.matching.TestRoom.LATER;
import static com.realtimeconnect.queuing.matching.TestRoom.man;
import static com.realtimeconnect.queuing.matching.TestRoom.woman;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.RedisCallback;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a step costs Redis while 1,000, 10,000 and 100,000 people wait: the best of three rounds by Redis' own count of
 * microseconds per call, so that a busy machine does not blur it. Prints a table; the README names the command.
 */
class JoinCostTests {

    private static final List<Integer> LENGTHS = List.of(1_000, 10_000, 100_000);
    private static final int CALLS = 150;
    private static final int ROUNDS = 3;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WaitingRoom room = TestRoom.room(Duration.ofHours(1), Duration.ofSeconds(50));

    @AfterAll
    static void empty() {
        TestRoom.empty();
    }

    @Test
    void aStepCostsTheSameHoweverManyWait() {
        var costs = new LinkedHashMap<String, Map<Integer, Double>>();
        for (var length : LENGTHS) {
            fill(length);
            measure(costs, "join behind them", length, this::joinBehind);
            measure(costs, "join and leave", length, this::joinAndLeave);
            measure(costs, "join, first fits", length, this::joinAndMatch);
            measure(costs, "join, none of 64 fits", length, this::joinInVain);
            measure(costs, "find my place", length, this::find);
        }
        print(costs);
        assertThat(costs).allSatisfy((step, byLength) -> {
            var shortest = Objects.requireNonNull(byLength.get(LENGTHS.getFirst()));
            var longest = Objects.requireNonNull(byLength.get(LENGTHS.getLast()));
            assertThat(longest).as(step).isLessThan(2 * shortest);
        });
    }

    private void joinBehind(int call) {
        room.enter(INTENT, man().since(2_000_000 + call).ticket(), true, LATER);
    }

    private void joinAndLeave(int call) {
        var ticket = man().since(500 + call).ticket();
        room.enter(INTENT, ticket, true, LATER);
        room.leave(INTENT, ticket.ticketId(), LeaveReason.ASKED);
    }

    /** The first in line fits; a new one takes the place, so that the line stays as long. */
    private void joinAndMatch(int call) {
        room.enter(INTENT, man().since(-10).aged(77).ticket(), true, LATER);
        assertThat(room.enter(INTENT, woman().wants(77, 77).ticket(), true, LATER))
                .isInstanceOf(Entry.Matched.class);
    }

    private void joinInVain(int call) {
        room.enter(INTENT, woman().wants(99, 99).ticket(), true, LATER);
    }

    private void find(int call) {
        room.find(INTENT, lastTicket.ticketId());
    }

    private WaitingTicket lastTicket = man().ticket();

    private void measure(Map<String, Map<Integer, Double>> costs, String step, int length, IntConsumer call) {
        for (int warmUp = 0; warmUp < 50; warmUp++) {
            call.accept(warmUp);
        }
        var best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            best = Math.min(best, microsOf(call));
        }
        costs.computeIfAbsent(step, first -> new LinkedHashMap<>()).put(length, best);
    }

    private static double microsOf(IntConsumer call) {
        TestRoom.redis().execute((RedisCallback<String>) connection -> {
            connection.serverCommands().resetConfigStats();
            return "";
        });
        for (int index = 0; index < CALLS; index++) {
            call.accept(index);
        }
        return microsPerCall();
    }

    private static double microsPerCall() {
        var stats = Objects.requireNonNull(TestRoom.redis().execute((RedisCallback<Properties>)
                connection -> connection.serverCommands().info("commandstats")));
        var line = stats.getProperty("cmdstat_evalsha");
        return Double.parseDouble(line.replaceAll(".*usec_per_call=([0-9.]+).*", "$1"));
    }

    private void fill(int length) {
        TestRoom.empty();
        var keys = QueueSlot.of(INTENT).keys();
        TestRoom.redis().executePipelined((RedisCallback<@Nullable Object>) connection -> {
            for (int index = 0; index < length; index++) {
                lastTicket = man().since(1_000 + index).ticket();
                var id = bytes(lastTicket.ticketId().toString());
                connection.zSetCommands().zAdd(bytes(keys.get(1)), 1_000 + index, id);
                connection.zSetCommands().zAdd(bytes(keys.get(3)), 32_000_000_000_000d, id);
                connection.hashCommands().hSet(bytes(keys.get(2)), id, bytes(JSON.writeValueAsString(lastTicket)));
            }
            return null;
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void print(Map<String, Map<Integer, Double>> costs) {
        var table = new StringBuilder("\n%-24s".formatted("Redis µs per script"));
        LENGTHS.forEach(length -> table.append("%,12d".formatted(length)));
        costs.forEach((step, byLength) -> {
            table.append("\n%-24s".formatted(step));
            byLength.values().forEach(micros -> table.append("%12.1f".formatted(micros)));
        });
        System.out.println(table.append(" waiting"));
    }
}
