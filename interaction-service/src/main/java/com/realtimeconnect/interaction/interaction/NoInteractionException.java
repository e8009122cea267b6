package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** The person is in no live interaction. */
final class NoInteractionException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("no-interaction", "You are in no interaction now", 404);

    private static final long serialVersionUID = 1L;

    NoInteractionException() {
        super(TYPE, "Servers and credentials are given only while you are in an interaction");
    }
}
