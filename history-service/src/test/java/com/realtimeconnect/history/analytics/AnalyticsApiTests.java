package com.realtimeconnect.history.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.history.HistoryApi;
import com.realtimeconnect.history.HistoryTest;
import com.realtimeconnect.history.Meeting;
import com.realtimeconnect.history.TestPerson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@HistoryTest
class AnalyticsApiTests {

    private static final String ANALYTICS = "/api/history/analytics";
    private static final String REPORTS = "/internal/history/reports";

    private final HistoryApi api;
    private final String admin = TestPerson.admin().token();

    AnalyticsApiTests(@LocalServerPort int port) {
        api = new HistoryApi(port);
    }

    @Test
    void addsUpEachIntentInEachBucket() {
        var start = Instant.parse("2026-01-05T10:00:00Z");
        var ada = TestPerson.woman("Ada");
        var eve = TestPerson.woman("Eve");
        for (int i = 0; i < 4; i++) {
            var man = TestPerson.man("M" + i);
            api.log(Meeting.of(i % 2 == 0 ? ada : eve, man)
                    .at(start.plusSeconds(600L * (i + 1)))
                    .with("intent", "figures")
                    .with("durationSeconds", 60 * (i + 1))
                    .with("endReason", i == 3 ? "completed" : "hang-up")
                    .with("womanWaitSeconds", 10)
                    .with("manWaitSeconds", 100 * i)
                    .with("videoRequested", i > 0)
                    .with("videoApproved", i == 1));
        }
        api.log(Meeting.of(ada, TestPerson.man("M4"))
                .at(start.plusSeconds(3000))
                .with("intent", "figures")
                .with("womanWaitSeconds", 10)
                .with("manWaitSeconds", 400)
                .neverConnected("no-answer"));
        // The next hour, and two people only.
        api.log(Meeting.of(ada, eve).at(start.plusSeconds(3600)).with("intent", "figures"));

        var hours = api.get(admin, ANALYTICS + "?bucket=hour&from=2026-01-05T10:00:00Z&to=2026-01-05T12:00:00Z");
        assertThat(hours.status()).isEqualTo(200);
        assertThat(hours.body().path("from").asString()).isEqualTo("2026-01-05T10:00:00.000Z");
        assertThat(hours.body().path("to").asString()).isEqualTo("2026-01-05T12:00:00.000Z");
        assertThat(hours.body().path("bucket").asString()).isEqualTo("hour");
        assertThat(hours.body().path("suppressedGroups").asInt()).isEqualTo(1);
        assertThat(hours.items()).hasSize(1);
        var group = hours.item(0);
        assertThat(group.path("bucketStart").asString()).isEqualTo("2026-01-05T10:00:00.000Z");
        assertThat(group.path("intent").asString()).isEqualTo("figures");
        assertThat(group.path("proposals").asInt()).isEqualTo(5);
        assertThat(group.path("calls").asInt()).isEqualTo(4);
        assertThat(group.path("connectRate").asDouble()).isEqualTo(0.8);
        assertThat(group.path("completionRate").asDouble()).isEqualTo(0.25);
        assertThat(group.path("medianDurationSeconds").asDouble()).isEqualTo(150);
        assertThat(group.path("p95DurationSeconds").asDouble()).isCloseTo(231, within(0.001));
        assertThat(group.path("medianWaitSeconds").asDouble())
                .as("0, five tens, 100 … 400")
                .isEqualTo(10);
        assertThat(group.path("p95WaitSeconds").asDouble()).isCloseTo(355, within(0.001));
        assertThat(group.path("videoApprovalRate").asDouble()).isCloseTo(1 / 3.0, within(0.001));
        assertThat(group.path("reportsPerThousandCalls").asDouble()).isZero();

        var weeks = api.get(admin, ANALYTICS + "?bucket=week&from=2026-01-05T00:00:00Z&to=2026-01-06T00:00:00Z");
        assertThat(weeks.body().path("to").asString()).isEqualTo("2026-01-12T00:00:00.000Z");
        assertThat(weeks.item(0).path("proposals").asInt()).isEqualTo(6);
    }

    @Test
    void saysNothingOfFewerThanFivePeople() {
        var day = Instant.parse("2026-01-20T00:00:00Z");
        var path = ANALYTICS + "?from=2026-01-20T00:00:00Z&to=2026-01-21T00:00:00Z";
        var ada = TestPerson.woman("Ada");
        for (int i = 0; i < 3; i++) {
            // Many calls, but of four people in the end.
            var man = TestPerson.man("M" + i);
            for (int call = 0; call < 4; call++) {
                api.log(Meeting.of(ada, man).at(day.plusSeconds(500L * call)).with("intent", "few"));
            }
        }
        var four = api.get(admin, path);
        assertThat(group(four, "few")).isEmpty();
        assertThat(four.body().path("suppressedGroups").asInt()).isEqualTo(1);

        api.log(Meeting.of(ada, TestPerson.man("Fifth")).at(day).with("intent", "few"));
        assertThat(group(api.get(admin, path), "few"))
                .hasValueSatisfying(
                        group -> assertThat(group.path("calls").asInt()).isEqualTo(13));
    }

    @Test
    void givesNullForAFigureOfNothing() {
        var day = Instant.parse("2026-01-25T12:00:00Z");
        for (int i = 0; i < 3; i++) {
            api.log(Meeting.of(TestPerson.woman("W"), TestPerson.man("M"))
                    .at(day)
                    .with("intent", "unanswered")
                    .neverConnected("no-answer"));
        }
        var reply = api.get(admin, ANALYTICS + "?from=2026-01-25T00:00:00Z&to=2026-01-26T00:00:00Z");
        var group = group(reply, "unanswered").orElseThrow();
        assertThat(group.path("calls").asInt()).isZero();
        assertThat(group.path("connectRate").asDouble()).isZero();
        for (var figure : new String[] {
            "completionRate",
            "medianDurationSeconds",
            "p95DurationSeconds",
            "videoApprovalRate",
            "reportsPerThousandCalls"
        }) {
            assertThat(group.path(figure).isNull()).as(figure).isTrue();
        }
    }

    private static Optional<JsonNode> group(HistoryApi.Reply reply, String intent) {
        assertThat(reply.status()).isEqualTo(200);
        return reply.items()
                .valueStream()
                .filter(item -> item.path("intent").asString().equals(intent))
                .findFirst();
    }

    @Test
    void countsEveryReportOfACallOnceWhenever() {
        var end = Instant.parse("2026-01-27T10:00:00Z");
        var women = Stream.generate(() -> TestPerson.woman("Ada")).limit(5).toList();
        var men = Stream.generate(() -> TestPerson.man("Ben")).limit(5).toList();
        var meetings = IntStream.range(0, 5)
                .mapToObj(i -> Meeting.of(women.get(i), men.get(i)).at(end).with("intent", "reported"))
                .toList();
        // Before the call is over, told twice.
        assertThat(report(meetings.get(0), women.get(0)).status()).isEqualTo(204);
        assertThat(report(meetings.get(0), women.get(0)).status()).isEqualTo(204);
        meetings.get(1)
                .with("endReason", "reported")
                .with("reported", true)
                .with("endedBy", men.get(1).id());
        meetings.get(4).neverConnected("no-answer");
        meetings.forEach(api::log);
        // It cut the call; both, days later; somebody who was not in it; of a proposal that was no call.
        report(meetings.get(1), men.get(1));
        report(meetings.get(2), women.get(2));
        report(meetings.get(2), men.get(2));
        report(meetings.get(3), women.get(0));
        report(meetings.get(4), women.get(4));

        var day = api.get(admin, ANALYTICS + "?from=2026-01-27T00:00:00Z&to=2026-01-28T00:00:00Z");
        var group = group(day, "reported").orElseThrow();
        assertThat(group.path("calls").asInt()).isEqualTo(4);
        assertThat(group.path("reportsPerThousandCalls").asDouble()).isEqualTo(1000);
    }

    @Test
    void refusesAReportThatIsNone() {
        var nobody = Map.of(
                "interactionId",
                Uuids.next().toString(),
                "reporter",
                Uuids.next().toString());
        assertThat(api.post(HistoryApi.SERVICE, REPORTS, nobody).code()).isEqualTo("unknown-person");
        for (var body : List.of("{}", "{\"interactionId\":\"x\",\"reporter\":\"y\"}", "[]")) {
            assertThat(api.post(HistoryApi.SERVICE, REPORTS, body).status()).isEqualTo(400);
        }
        assertThat(api.post(TestPerson.woman("Ada").token(), REPORTS, nobody).status())
                .isEqualTo(403);
    }

    private HistoryApi.Reply report(Meeting meeting, TestPerson by) {
        return api.post(
                HistoryApi.SERVICE,
                REPORTS,
                Map.of("interactionId", meeting.id(), "reporter", by.id().toString()));
    }

    @ParameterizedTest
    @CsvSource({
        "bucket, bucket=minute",
        "bucket, bucket=HOUR",
        "from, from=monday",
        "from, from=1",
        "to, to=%2B200000-01-01T00:00:00Z",
        "to, from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
        "from, from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z",
        "from, bucket=hour&from=2026-01-01T00:00:00Z&to=2026-03-01T00:00:00Z",
    })
    void refusesABadQueryAndNamesTheField(String field, String query) {
        var reply = api.get(admin, ANALYTICS + "?" + query);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("validation-failed");
        assertThat(reply.field()).isEqualTo(field);
    }

    @Test
    void isForAdministratorsOnly() {
        assertThat(api.get(admin, ANALYTICS).status()).isEqualTo(200);
        assertThat(api.get("", ANALYTICS).status()).isEqualTo(401);
        assertThat(api.get(TestPerson.woman("Ada").token(), ANALYTICS).status()).isEqualTo(403);
        assertThat(api.get(TestPerson.man("Ben").token(), ANALYTICS).code()).isEqualTo("forbidden");
        assertThat(api.get(HistoryApi.SERVICE, ANALYTICS).status()).isEqualTo(403);
    }
}
