package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.load.measure.Cores;
import com.realtimeconnect.load.measure.Traces;
import com.realtimeconnect.load.report.Findings;
import com.realtimeconnect.load.scenario.Chat;
import com.realtimeconnect.load.scenario.Connections;
import com.realtimeconnect.load.scenario.Ground;
import com.realtimeconnect.load.scenario.Matching;
import com.realtimeconnect.load.scenario.ReconnectStorm;
import com.realtimeconnect.load.scenario.Scenario;
import com.realtimeconnect.load.scenario.Signaling;
import com.realtimeconnect.test.SharedStack;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scenarios of the load tests with a handful of people: what has to hold under load holds, however long it takes. */
@Order(90)
class LoadSmokeTests {

    private static final Logger log = LoggerFactory.getLogger(LoadSmokeTests.class);
    private static final Duration SHORT = Duration.ofSeconds(1);

    @ParameterizedTest
    @MethodSource("scenarios")
    void holdsWhatIsPromised(Scenario scenario) {
        var findings = new Findings(scenario.name(), 0);
        try (var ground = new Ground(SharedStack.withNodes(2), Cores.shared(), log::info)) {
            var traces = Traces.of(ground.stores());
            scenario.run(ground, findings);
            assertThat(traces.left()).as("what is left behind").isEmpty();
        }
        assertThat(findings.brokenInvariants()).isEmpty();
        assertThat(findings.figures()).isNotEmpty();
    }

    static Stream<Scenario> scenarios() {
        return Stream.of(
                new Connections(40, SHORT),
                new Signaling(4, List.of(80), Duration.ofMillis(500), 2, SHORT),
                new Matching(20, List.of(10), SHORT, SHORT),
                new Chat(4, List.of(20), SHORT),
                new ReconnectStorm(40, SHORT));
    }
}
