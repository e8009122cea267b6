package com.realtimeconnect.common.stomp;

/** What was sent is not what this endpoint speaks. The socket is told by an ERROR frame and closed with 4504. */
final class ProtocolViolationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String detail;

    ProtocolViolationException(String detail) {
        super(detail, null, false, false);
        this.detail = detail;
    }

    /** What the client is told. */
    String detail() {
        return detail;
    }
}
