package com.realtimeconnect.common.stomp;

/**
 * Carries out one command. When it returns, the command has taken effect and a RECEIPT goes out; a {@link
 * com.realtimeconnect.common.problem.ProblemException} goes to the sender's {@code /user/queue/errors} instead.
 */
@FunctionalInterface
public interface SendHandler<T> {
    void handle(StompCommand command, T payload);
}
