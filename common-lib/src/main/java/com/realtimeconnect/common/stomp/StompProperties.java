package com.realtimeconnect.common.stomp;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the STOMP endpoint behaves.
 *
 * @param path of the WebSocket; SockJS answers at the same path with {@code -sockjs}
 * @param socketsPerUser a further socket of the same person closes their oldest one
 * @param connectTimeout how long a socket may be there without CONNECT, and a frame without its end
 * @param heartbeat what is promised, and asked for, in both directions
 * @param silence a socket not heard of for so long is closed
 * @param backlog how much may wait for a slow receiver
 * @param backlogTime how long it may wait
 * @param tokenGrace how long a socket outlives its token
 * @param framesPerSecond of one socket on average; 0 for any number
 * @param framesBurst of one socket at once
 * @param refusalsTolerated how many frames too many are answered before the socket is closed; they are forgiven at 10 a
 *     second
 * @param subscriptionsPerSocket at most
 * @param drainSpread over how long the sockets of a node that stops are closed, at most
 */
@ConfigurationProperties("connect.stomp")
@Validated
public record StompProperties(
        @DefaultValue("/ws") @Pattern(regexp = "/[a-z0-9/-]*[a-z0-9]")
        String path,

        @DefaultValue("5") @Min(1) int socketsPerUser,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("10s") Duration heartbeat,
        @DefaultValue("25s") Duration silence,
        @DefaultValue("256KB") DataSize backlog,
        @DefaultValue("10s") Duration backlogTime,
        @DefaultValue("25s") Duration tokenGrace,
        @DefaultValue("100") @PositiveOrZero double framesPerSecond,
        @DefaultValue("1000") @Min(1) int framesBurst,
        @DefaultValue("1000") @Min(1) int refusalsTolerated,
        @DefaultValue("500") @Min(1) int subscriptionsPerSocket,
        @DefaultValue("30s") Duration drainSpread) {}
