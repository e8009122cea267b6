package com.realtimeconnect.load.scenario;

import com.realtimeconnect.load.measure.Latencies;
import com.realtimeconnect.load.measure.ProcessGroup;
import com.realtimeconnect.load.measure.Spending;
import com.realtimeconnect.load.people.Account;
import com.realtimeconnect.load.report.Figure.Target;
import com.realtimeconnect.load.report.Findings;
import com.realtimeconnect.localstack.Service;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Logins, and pages of lists that are short and very long. */
public final class Rest implements Scenario {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAGES = 1_000;
    private static final double MILLI = 1_000;

    private static final int PAGE = 50;
    /** So many calls are surely compiled; a short test is for other things. */
    private static final int SURELY_COMPILED = 20_000;

    private static final int WARM = 40;

    private final int rows;
    private final int repeats;

    /** @param rows in history, and in messages */
    public Rest(int rows, int repeats) {
        this.rows = rows;
        this.repeats = repeats;
    }

    @Override
    public String name() {
        return "rest";
    }

    @Override
    public void run(Ground ground, Findings findings) {
        try (var calls = new RestCalls()) {
            var woman = ground.crowd().women(1).getFirst();
            var man = ground.crowd().men(1).getFirst();
            findings.figure("rows in history, and in messages", rows, "");
            var room = new LongMemory(ground, rows).write(woman, man);
            same(ground, findings, calls, woman);
            history(ground, findings, calls, woman);
            messages(ground, findings, calls, woman, room);
            logins(ground, findings, calls);
        }
    }

    /** What is asked for again and again. */
    private void same(Ground ground, Findings findings, RestCalls calls, Account woman) {
        ground.say("the same call, " + repeats + " times");
        var me = repeat(ground, calls, ground.http(Service.USER, "/auth/me"), woman);
        report(findings, "GET /auth/me", me, null);
        var rooms = repeat(ground, calls, ground.http(Service.COMMUNICATION, "/api/rooms"), woman);
        report(findings, "GET /api/rooms", rooms, null);
    }

    private Latencies repeat(Ground ground, RestCalls calls, URI address, Account who) {
        ground.warmUp(() -> {
            for (var i = 0; i < Math.min(SURELY_COMPILED, WARM * repeats); i++) {
                calls.get(address, who.token(), null);
            }
        });
        var latencies = new Latencies();
        for (var i = 0; i < repeats; i++) {
            calls.get(address, who.token(), latencies);
        }
        return latencies;
    }

    private void history(Ground ground, Findings findings, RestCalls calls, Account woman) {
        var path = "/api/history/interactions?limit=" + PAGE;
        ground.say("history, page 1 to " + PAGES);
        var first = repeat(ground, calls, ground.http(Service.HISTORY, path), woman);
        var cursor = "";
        var walked = 1;
        for (var page = 1; page < PAGES; page++) {
            var address = ground.http(Service.HISTORY, path + cursor);
            var next = read(calls.get(address, woman.token(), null)).path("nextCursor");
            if (next.isNull()) {
                break;
            }
            cursor = "&cursor=" + next.asString("");
            walked++;
        }
        var last = repeat(ground, calls, ground.http(Service.HISTORY, path + cursor), woman);
        expectFull(findings, "history", calls.get(ground.http(Service.HISTORY, path + cursor), woman.token(), null));
        pages(findings, "history", walked, first, last);
    }

    private void messages(Ground ground, Findings findings, RestCalls calls, Account woman, UUID room) {
        var path = "/api/rooms/" + room + "/messages?limit=" + PAGE;
        ground.say("messages, page 1 to " + PAGES);
        var first = repeat(ground, calls, ground.http(Service.COMMUNICATION, path), woman);
        var newest = (long) rows / 10;
        var walked = (int) Math.min(PAGES, newest / PAGE);
        var before = Math.max(1, newest - (long) PAGE * (walked - 1) + 1);
        var address = ground.http(Service.COMMUNICATION, path + "&beforeSeq=" + before);
        var last = repeat(ground, calls, address, woman);
        expectFull(findings, "messages", calls.get(address, woman.token(), null));
        pages(findings, "messages", walked, first, last);
    }

    /** An empty page is quick, or slow, for other reasons. */
    private void expectFull(Findings findings, String what, String page) {
        findings.expect(
                "items of the last page of " + what,
                PAGE,
                read(page).path("items").size());
    }

    private static void pages(Findings findings, String what, int page, Latencies first, Latencies last) {
        report(findings, what + ", page 1", first, Target.atMost(5));
        report(findings, what + ", page " + page, last, Target.atMost(5));
        findings.figure(
                what + ", page " + page + " as many times page 1 (medians)",
                last.percentile(50) / first.percentile(50),
                "",
                Target.atMost(1.2));
    }

    private static void report(Findings findings, String what, Latencies latencies, @Nullable Target target) {
        findings.figure(what + ", p50", latencies.percentile(50), "ms");
        findings.figure(what + ", p99", latencies.percentile(99), "ms", target);
    }

    /** The same service with bcrypt made cheap tells what a login takes besides. */
    private void logins(Ground ground, Findings findings, RestCalls calls) {
        ground.say("logins");
        var costly = microsOfALogin(ground, calls, Math.max(5, repeats / 10), findings);
        ground.say("logins with bcrypt at its cheapest");
        restart(ground, Map.of("BCRYPT_COST", "4"));
        var cheap = microsOfALogin(ground, calls, repeats, null);
        restart(ground, Map.of());
        findings.figure("processor for a login", costly / MILLI, "ms");
        findings.figure("of that besides bcrypt", cheap / MILLI, "ms");
        findings.figure("share of bcrypt", 100 * (costly - cheap) / costly, "%", Target.atLeast(95));
    }

    private static void restart(Ground ground, Map<String, String> settings) {
        ground.cores().onAll(() -> {
            ground.stack().restart(Service.USER, 1, settings);
            return settings;
        });
        ground.cores().bindStack();
    }

    private double microsOfALogin(Ground ground, RestCalls calls, int count, @Nullable Findings findings) {
        var email = "load-" + UUID.randomUUID() + "@example.com";
        var credentials = "\"email\":\"" + email + "\",\"password\":\"Tulip-granite-88\"";
        calls.post(
                ground.http(Service.USER, "/auth/register"),
                "{" + credentials + ",\"displayName\":\"Wanda\",\"role\":\"female\",\"birthDate\":\"1995-05-17\"}",
                null);
        var login = ground.http(Service.USER, "/auth/login");
        for (var i = 0; i < count; i++) {
            calls.post(login, "{" + credentials + "}", null);
        }
        var latencies = new Latencies();
        var spending = Spending.start();
        for (var i = 0; i < count; i++) {
            calls.post(login, "{" + credentials + "}", latencies);
        }
        var micros = spending.micros(ProcessGroup.USER) / (double) count;
        if (findings != null) {
            findings.figure("login, p50", latencies.percentile(50), "ms");
        }
        return micros;
    }

    private static JsonNode read(String body) {
        return JSON.readTree(body);
    }
}
