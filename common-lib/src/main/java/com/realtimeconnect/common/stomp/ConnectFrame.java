package com.realtimeconnect.common.stomp;

import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client says in its first frame (STOMP 1.2, "CONNECT or STOMP Frame").
 *
 * @param wantsHeartbeats whether it asks to hear from us; how often is our own pace, or slower if it prefers
 * @param authorization the header of that name, as in HTTP
 */
record ConnectFrame(boolean wantsHeartbeats, @Nullable String authorization) {

    private static final Pattern HEARTBEAT = Pattern.compile("\\d{1,9},(\\d{1,9})");
    private static final Pattern NEVER = Pattern.compile("0+");

    /** @throws ProtocolViolationException if it is another frame, or another version of the protocol */
    static ConnectFrame read(StompFrame frame) {
        if (!frame.command().equals("CONNECT") && !frame.command().equals("STOMP")) {
            throw new ProtocolViolationException("The first frame is CONNECT");
        }
        var versions = Objects.requireNonNullElse(frame.header("accept-version"), "1.0");
        if (!Arrays.asList(versions.split(",", -1)).contains("1.2")) {
            throw new ProtocolViolationException("Only STOMP 1.2 is spoken here");
        }
        var heartbeat = HEARTBEAT.matcher(Objects.requireNonNullElse(frame.header("heart-beat"), "0,0"));
        if (!heartbeat.matches()) {
            throw new ProtocolViolationException("heart-beat is two numbers of milliseconds");
        }
        var wanted = !NEVER.matcher(heartbeat.group(1)).matches();
        var authorization = frame.header("Authorization");
        return new ConnectFrame(wanted, authorization != null ? authorization : frame.header("authorization"));
    }
}
