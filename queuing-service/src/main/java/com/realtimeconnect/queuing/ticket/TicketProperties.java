package com.realtimeconnect.queuing.ticket;

import com.realtimeconnect.common.secret.Secret;
import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param secret shared by all nodes, which accept each other's tickets
 * @param keepsPlace how long a ticket is good for the old place
 */
@ConfigurationProperties("connect.ticket")
@Validated
record TicketProperties(Secret secret, @DefaultValue("10m") Duration keepsPlace) {

    static final int SHORTEST_SECRET = 32;

    @AssertTrue(message = "TICKET_SECRET must have at least 32 bytes")
    boolean isSecretLongEnough() {
        return secret.bytes().length >= SHORTEST_SECRET;
    }
}
