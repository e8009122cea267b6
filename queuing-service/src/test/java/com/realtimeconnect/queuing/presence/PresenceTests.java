package com.realtimeconnect.queuing.presence;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.queuing.Town;
import com.realtimeconnect.queuing.Visitor;
import com.realtimeconnect.test.StompTestClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a connection sees of a person, from another node. */
class PresenceTests {

    private final UUID subject = UUID.randomUUID();
    private @Nullable Visitor viewer;

    @BeforeEach
    void connect() {
        Town.clear();
        viewer = Visitor.woman(Town.two());
        Town.neighbours().connected(viewer().id(), subject);
    }

    @AfterEach
    void leave() {
        viewer().close();
    }

    @Test
    void followsAPersonThroughTheirDay() {
        watch(subject);
        assertSees("offline");
        var visitor = Visitor.arrive(Town.one(), subject, "male");
        assertSees("online");
        visitor.join("casual");
        assertSees("queuing");
        visitor.leave();
        assertSees("online");
        Town.one()
                .redis()
                .opsForValue()
                .set("interaction:live:{" + subject + "}", UUID.randomUUID().toString());
        Town.one()
                .redis()
                .convertAndSend("connect:presence", "{\"userId\": \"%s\", \"inCall\": true}".formatted(subject));
        assertSees("in-call");
        Town.one().redis().delete("interaction:live:{" + subject + "}");
        Town.one()
                .redis()
                .convertAndSend("connect:presence", "{\"userId\": \"%s\", \"inCall\": false}".formatted(subject));
        assertSees("online");
        visitor.close();
        assertSees("offline");
    }

    @Test
    void aShortDropIsNotSeen() {
        var visitor = Visitor.arrive(Town.one(), subject, "male");
        watch(subject);
        assertSees("online");
        visitor.drop();
        try (var back = Visitor.arrive(Town.two(), subject, "male")) {
            Awaitility.await()
                    .during(Town.HIDDEN_DROP.plusMillis(700))
                    .until(() -> viewer().client().events("presence-changed").size() == 1);
            assertThat(back.client().awaitEvent("state").path("presence").asString())
                    .isEqualTo("online");
        }
    }

    @Test
    void isOfflineOnlyWhenEveryDeviceIs() {
        var phone = Visitor.arrive(Town.one(), subject, "male");
        var laptop = Visitor.arrive(Town.two(), subject, "male");
        watch(subject);
        assertSees("online");
        phone.close();
        Awaitility.await()
                .during(Town.HIDDEN_DROP.plusMillis(700))
                .until(() -> viewer().client().events("presence-changed").size() == 1);
        laptop.close();
        assertSees("offline");
    }

    @Test
    void othersAreSilentlyLeftOut() {
        var stranger = UUID.randomUUID();
        watch(stranger, subject);
        assertSees("offline");
        try (var arrived = Visitor.arrive(Town.one(), stranger, "male")) {
            arrived.join("casual");
            Awaitility.await()
                    .during(Duration.ofMillis(400))
                    .until(() -> viewer().client().events("presence-changed").size() == 1);
        }
        Town.get(viewer().id(), "female", "/api/presence?userIds=" + stranger + "," + subject)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(1)
                .jsonPath("$[0].userId")
                .isEqualTo(subject.toString())
                .jsonPath("$[0].status")
                .isEqualTo("offline")
                .jsonPath("$[0].at")
                .exists();
    }

    @Test
    void whoIsNoConnectionAnyMoreIsNotSeenAnyMore() {
        watch(subject);
        assertSees("offline");
        Town.neighbours().connected(viewer().id());
        Awaitility.await().pollDelay(Duration.ofMillis(300)).until(() -> true);
        try (var visitor = Visitor.arrive(Town.one(), subject, "male")) {
            visitor.join("casual");
            Awaitility.await()
                    .during(Duration.ofMillis(400))
                    .until(() -> viewer().client().events("presence-changed").size() == 1);
        }
    }

    @Test
    void refusesBadRequests() {
        var many =
                Stream.generate(UUID::randomUUID).limit(201).map(UUID::toString).toList();
        for (var ids : List.of("", "me", many.stream().collect(Collectors.joining(",")))) {
            Town.get(viewer().id(), "female", "/api/presence?userIds=" + ids)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("userIds");
        }
        Town.get(viewer().id(), "female", "/api/presence").expectStatus().isBadRequest();
        assertThat(refused(Map.of("userIds", many))).isEqualTo("validation-failed");
        assertThat(refused(Map.of())).isEqualTo("validation-failed");
        assertThat(refused(Map.of("userIds", List.of("me")))).isEqualTo("validation-failed");
        assertThat(refused(Map.of("users", List.of()))).isEqualTo("unknown-field");
    }

    @Test
    void saysSoWhenConnectionsCannotBeAskedFor() {
        Town.neighbours().down("history");
        Town.get(viewer().id(), "female", "/api/presence?userIds=" + subject)
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unavailable");
        assertThat(refused(Map.of("userIds", List.of(subject)))).isEqualTo("unavailable");
    }

    private void watch(UUID... users) {
        client().sendAndAwaitReceipt("/app/presence/subscribe", Map.of("userIds", List.of(users)));
    }

    private String refused(Object payload) {
        return client().sendRefused("/app/presence/subscribe", payload)
                .path("code")
                .asString();
    }

    private void assertSees(String status) {
        var seen = client().awaitEvent("presence-changed");
        assertThat(seen.path("userId").asString()).isEqualTo(subject.toString());
        assertThat(seen.path("status").asString()).isEqualTo(status);
    }

    private Visitor viewer() {
        return Objects.requireNonNull(viewer);
    }

    private StompTestClient client() {
        return viewer().client();
    }
}
