package com.realtimeconnect.communication.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.common.identity.RoomId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.communication.ChatApi;
import com.realtimeconnect.communication.ChatTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;

/** A node that died between commit and hint has left nothing but a row. */
@ChatTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class CrashAfterCommitTests {

    private final MessageLog log;

    @LocalServerPort
    private int port;

    CrashAfterCommitTests(MessageLog log) {
        this.log = log;
    }

    @Test
    void stillReachesBothAndIsTheSameMessageWhenItIsSentAgain() {
        var api = new ChatApi(port);
        var couple = api.couple();
        var hers = api.connect(couple.womanToken());
        var his = api.connect(couple.manToken());
        his.awaitEvent("state");
        hers.awaitEvent("state");

        var room = new RoomId(couple.roomId());
        log.writeTogether(List.of(new Draft(room, new UserId(couple.woman()), "c-1", new MessageBody("Hello"))));

        assertThat(his.awaitEvent("message").path("seq").asLong()).isEqualTo(1);
        assertThat(hers.awaitEvent("message").path("seq").asLong()).isEqualTo(1);
        hers.sendAndAwaitReceipt(couple.app("send"), Map.of("clientMessageId", "c-1", "body", "Hello"));
        hers.sendAndAwaitReceipt(couple.app("send"), Map.of("clientMessageId", "c-2", "body", "Next"));
        assertThat(his.awaitEvent("message").path("seq").asLong()).isEqualTo(2);
        assertThat(his.events("message")).hasSize(2);
        hers.drop();
        his.drop();
    }
}
