package com.realtimeconnect.communication.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.communication.ChatApi;
import com.realtimeconnect.communication.ChatNode;
import com.realtimeconnect.communication.ChatTest;
import com.realtimeconnect.test.CuttableLink;
import com.realtimeconnect.test.LocalServices;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A node that loses its database or Redis for a while, next to one that does not. */
@ChatTest
class OutageTests {

    private final CuttableLink database =
            CuttableLink.to(portOf(LocalServices.shared().jdbcUrl().substring("jdbc:".length())));
    private final CuttableLink redis =
            CuttableLink.to(portOf(LocalServices.shared().redisUrl()));

    @LocalServerPort
    private int port;

    private ChatApi healthy = new ChatApi(0);
    private ChatApi troubled = new ChatApi(0);
    private AutoCloseable troubledNode = () -> {};

    @BeforeEach
    void startTroubledNode() {
        healthy = new ChatApi(port);
        var jdbcUrl = LocalServices.shared().jdbcUrl();
        var node = ChatNode.start(
                "CHAT_RATE_PER_SECOND=0",
                "DB_URL=" + jdbcUrl.replace(":" + portOf(jdbcUrl.substring("jdbc:".length())), ":" + database.port()),
                "REDIS_URL=redis://localhost:" + redis.port());
        troubledNode = node;
        troubled = node.api();
    }

    @AfterEach
    void stop() throws Exception {
        database.mend();
        redis.mend();
        troubledNode.close();
        database.close();
        redis.close();
    }

    @Test
    void confirmsNothingWithoutTheDatabaseAndLosesNothing() {
        var couple = healthy.couple();
        var hers = troubled.connect(couple.womanToken());
        var his = troubled.connect(couple.manToken());
        his.awaitEvent("state");
        var message = Map.of("clientMessageId", "c-1", "body", "Hello");

        database.cut();
        var problem = hers.sendRefused(couple.app("send"), message);
        assertThat(problem.path("code").asString()).isEqualTo("unavailable");
        assertThat(problem.path("status").asInt()).isEqualTo(503);
        assertThat(troubled.send(couple, couple.womanToken(), "c-1", "Hello").outcome())
                .isEqualTo("503 unavailable");
        assertThat(his.events("message")).isEmpty();

        database.mend();
        await().until(() ->
                troubled.send(couple, couple.womanToken(), "c-1", "Hello").status() < 300);
        assertThat(his.awaitEvent("message").path("seq").asLong()).isEqualTo(1);
        assertThat(healthy.history(couple, couple.manToken())).hasSize(1);

        redis.cut();
        healthy.send(couple, couple.womanToken(), "c-2", "Can you hear me?");
        healthy.send(couple, couple.womanToken(), "c-3", "I can wait");
        assertThat(his.awaitEvent("message").path("seq").asLong())
                .as("no hint came, the look found it")
                .isEqualTo(2);
        assertThat(his.awaitEvent("message").path("seq").asLong()).isEqualTo(3);
        assertThat(his.events("message")).hasSize(3);
    }

    private static int portOf(String url) {
        return URI.create(url).getPort();
    }
}
