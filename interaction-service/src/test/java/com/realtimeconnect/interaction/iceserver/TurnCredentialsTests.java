package com.realtimeconnect.interaction.iceserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.secret.Secret;
import com.realtimeconnect.test.MutableClock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnCredentialsTests {

    private static final InteractionId INTERACTION = InteractionId.of("01890a5d-ac96-774b-bcce-b302099a8057");

    /** The figure was computed with another tool: printf '%s' "$username" | openssl dgst -sha1 -hmac north -binary | base64 */
    @Test
    void signsWhenItEndsAndWhomItIsFor() {
        var clock = MutableClock.at(Instant.ofEpochSecond(1_700_000_000));

        var server = new TurnCredentials(clock).issue(List.of("turn:a"), Secret.of("north"), INTERACTION);

        assertThat(server.username()).isEqualTo("1700000600:01890a5d-ac96-774b-bcce-b302099a8057");
        assertThat(server.credential()).isEqualTo("6VUdgB2AdVM1wTCH5xquO/PhJZs=");
        assertThat(server).asString().doesNotContain("6VUdgB2AdVM1wTCH5xquO/PhJZs=");
    }
}
