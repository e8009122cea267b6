package com.realtimeconnect.queuing;

import com.realtimeconnect.test.TestTokens;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/**
 * Two nodes on one Redis, and the services next door, started once for all tests of this JVM. Times are shorter than in
 * earnest, so that a test can wait for them: an absent owner has two seconds, a drop is hidden for one.
 */
public final class Town {

    public static final Duration GRACE = Duration.ofSeconds(2);
    public static final Duration HIDDEN_DROP = Duration.ofSeconds(1);
    private static final String[] SHORT_TIMES = {
        "connect.matching.grace=" + GRACE.toMillis() + "ms",
        "connect.matching.lease=2s",
        "connect.presence.hidden-drop=" + HIDDEN_DROP.toMillis() + "ms",
        "connect.presence.trust-connections=200ms",
        "connect.presence.renew-every=1s",
        "connect.queue.renew-every=500ms",
        "connect.queue.sweep-every=200ms",
        "connect.queue.settle=2s"
    };

    private static final Neighbourhood NEIGHBOURS = new Neighbourhood();
    private static final QueuingNode ONE = QueuingNode.start(NEIGHBOURS, SHORT_TIMES);
    private static final QueuingNode TWO = QueuingNode.start(NEIGHBOURS, SHORT_TIMES);

    private Town() {}

    public static Neighbourhood neighbours() {
        return NEIGHBOURS;
    }

    public static QueuingNode one() {
        return ONE;
    }

    public static QueuingNode two() {
        return TWO;
    }

    /** One more node, which reaches Redis at this address. */
    public static QueuingNode startAnother(String redisUrl) {
        var settings = Stream.concat(Stream.of(SHORT_TIMES), Stream.of("REDIS_URL=" + redisUrl));
        return QueuingNode.start(NEIGHBOURS, settings.toArray(String[]::new));
    }

    /** Waits until nobody is connected, forgets everyone who waits, and lets all be well next door. */
    public static void clear() {
        NEIGHBOURS.allUp();
        Awaitility.await("people of the test before to be gone")
                .atMost(Duration.ofSeconds(30))
                .until(() -> ONE.isDeserted() && TWO.isDeserted());
        var redis = ONE.redis();
        for (var pattern : new String[] {"{queue:*", "queuing:*", "presence:*"}) {
            redis.delete(redis.keys(pattern));
        }
    }

    public static ResponseSpec get(UUID user, String role, String path) {
        return ONE.rest()
                .get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, bearer(user, role))
                .exchange();
    }

    public static ResponseSpec join(UUID user, String role, Map<String, ?> asked) {
        return join(ONE, user, role, asked);
    }

    public static ResponseSpec join(QueuingNode node, UUID user, String role, Map<String, ?> asked) {
        RestTestClient.RequestBodySpec request =
                node.rest().post().uri("/api/queue/join").header(HttpHeaders.AUTHORIZATION, bearer(user, role));
        return request.body(asked).exchange();
    }

    public static String bearer(UUID user, String role) {
        return "Bearer " + TestTokens.person(user, role);
    }
}
