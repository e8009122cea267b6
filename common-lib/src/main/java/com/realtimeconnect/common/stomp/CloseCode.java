package com.realtimeconnect.common.stomp;

import java.util.Arrays;
import java.util.Optional;

/** Why the server closes a socket, as the number a client sees. After the first five a client may come back by itself. */
public enum CloseCode {
    GOING_AWAY(4000),
    SERVER_ERROR(4001),
    TOO_SLOW(4008),
    NO_HEARTBEAT(4012),
    FLOODING(4013),
    TOKEN(4501),
    SUSPENDED(4502),
    REPLACED(4503),
    PROTOCOL(4504),
    LOGGED_OUT(4505);

    private final int number;

    CloseCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static Optional<CloseCode> of(int number) {
        return Arrays.stream(values()).filter(code -> code.number == number).findFirst();
    }
}
