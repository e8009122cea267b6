package com.realtimeconnect.history.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.history.HistoryApi;
import com.realtimeconnect.history.HistoryTest;
import com.realtimeconnect.history.Meeting;
import com.realtimeconnect.history.TestPerson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Interactions that are told of together: as if each came by itself, but all or none. */
@HistoryTest
class SeveralEndsTests {

    private static final int MOST = 100;

    private final HistoryApi api;
    private TestPerson ada = TestPerson.woman("Ada");
    private TestPerson ben = TestPerson.man("Ben");
    private TestPerson cid = TestPerson.man("Cid");

    SeveralEndsTests(@LocalServerPort int port) {
        api = new HistoryApi(port);
    }

    @BeforeEach
    void meetNewPeople() {
        ada = TestPerson.woman("Ada");
        ben = TestPerson.man("Ben");
        cid = TestPerson.man("Cid");
    }

    @Test
    void areShownToEverybodyInThem() {
        var first = Meeting.of(ada, ben).at(Instant.parse("2026-03-31T23:59:00Z"));
        var second = Meeting.of(ada, cid).at(Instant.parse("2026-04-01T00:01:00Z"));

        assertThat(api.logAll(List.of(first, second)).status()).isEqualTo(204);

        assertThat(logged(ada)).containsExactly(second.id(), first.id());
        assertThat(logged(ben)).containsExactly(first.id());
        assertThat(logged(cid)).containsExactly(second.id());
    }

    @Test
    void areLoggedOnceHoweverTheyComeAgain() {
        var before = Meeting.of(ada, ben);
        var together = Meeting.of(ada, cid);
        assertThat(api.log(before).status()).isEqualTo(201);

        assertThat(api.logAll(List.of(before, together)).status()).isEqualTo(204);
        assertThat(api.logAll(List.of(together, before)).status()).isEqualTo(204);
        assertThat(api.log(together).status()).isEqualTo(200);

        assertThat(logged(ada)).containsExactlyInAnyOrder(before.id(), together.id());
    }

    @Test
    void areNotLoggedWhenOneIsRefused() {
        var known = Meeting.of(ada, ben);
        api.log(known);
        var refused = List.of(
                known.with("durationSeconds", 20),
                Meeting.of(ada, new TestPerson(com.realtimeconnect.common.identity.UserId.next(), "male", "Nobody")),
                Meeting.of(ada, cid).with("endReason", "bored"));
        var codes = refused.stream()
                .map(one -> api.logAll(List.of(Meeting.of(ada, cid), one, Meeting.of(ada, ben)))
                        .code());

        assertThat(codes).containsExactly("conflicting-interaction", "unknown-person", "validation-failed");
        assertThat(logged(ada)).containsExactly(known.id());
        assertThat(logged(cid)).isEmpty();
    }

    @Test
    void nameTheFieldThatIsWrongAndWhichOneHasIt() {
        var bad = api.logAll(List.of(Meeting.of(ada, ben), Meeting.of(ada, cid).without("woman")));
        assertThat(bad.status()).isEqualTo(400);
        assertThat(bad.field()).isEqualTo("interactions[1].woman");
        assertThat(logged(ada)).isEmpty();
    }

    @Test
    void areSomeAndDifferentAndNotTooMany() {
        var one = Meeting.of(ada, ben);
        for (var bad : List.of(List.<Meeting>of(), List.of(one, one), Collections.nCopies(MOST + 1, one))) {
            var refused = api.logAll(bad);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.field()).isEqualTo("interactions");
        }
        var many = Stream.generate(() -> Meeting.of(ada, ben)).limit(MOST).toList();
        assertThat(api.logAll(many).status()).isEqualTo(204);
        assertThat(logged(ada)).hasSameSizeAs(many);
    }

    @Test
    void areLoggedOnceWhenTheyComeInManyOrdersAtOnce() throws Exception {
        var meetings = new ArrayList<>(
                Stream.generate(() -> Meeting.of(ada, ben)).limit(20).toList());
        var tellings = new ArrayList<Callable<Integer>>();
        for (var turn = 0; turn < 16; turn++) {
            Collections.rotate(meetings, 3);
            var told = List.copyOf(meetings);
            tellings.add(() -> api.logAll(told).status());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(tellings)) {
                assertThat(answer.get()).isEqualTo(204);
            }
        }
        assertThat(logged(ben)).hasSameSizeAs(meetings);
    }

    @Test
    void markWhatWasKeptAndMoveTheConnectionToTheLatest() {
        var kept = Meeting.of(ada, ben).at(Instant.parse("2026-05-01T10:00:00Z"));
        assertThat(api.connect(kept).status()).isEqualTo(201);
        var later = Meeting.of(ada, ben).at(Instant.parse("2026-05-02T10:00:00Z"));

        assertThat(api.logAll(List.of(later, kept)).status()).isEqualTo(204);

        var marks = api.interactionsOf(ada)
                .items()
                .valueStream()
                .map(item -> item.path("kept").asBoolean());
        assertThat(marks).containsExactly(false, true);
        assertThat(api.connectionsOf(ada).item(0).path("lastInteractionAt").asString())
                .isEqualTo("2026-05-02T10:00:00.000Z");
    }

    private List<String> logged(TestPerson person) {
        return api.get(person.token(), "/api/history/interactions?limit=200")
                .items()
                .valueStream()
                .map(item -> item.path("interactionId"))
                .map(JsonNode::asString)
                .toList();
    }
}
