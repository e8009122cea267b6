package com.realtimeconnect.common.realtime;

/** Redis gave no answer in time. What is local goes on without it. */
final class RedisUnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RedisUnreachableException(Throwable cause) {
        super("Redis does not answer: " + cause, cause);
    }
}
