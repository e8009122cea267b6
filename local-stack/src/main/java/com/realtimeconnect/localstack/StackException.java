package com.realtimeconnect.localstack;

/** Why the stack cannot run, in words for the person who started it. */
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message + " (" + cause.getMessage() + ")", cause);
    }
}
