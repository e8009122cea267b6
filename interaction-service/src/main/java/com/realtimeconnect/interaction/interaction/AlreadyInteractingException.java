package com.realtimeconnect.interaction.interaction;

/** One of the two is in a live interaction already; the database said so. */
public final class AlreadyInteractingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AlreadyInteractingException(Throwable cause) {
        super("One of the two is in a live interaction already", cause);
    }
}
