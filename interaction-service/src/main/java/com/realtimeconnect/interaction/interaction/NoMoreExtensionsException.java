package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** A call grows twice at most. */
final class NoMoreExtensionsException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("no-more-extensions", "The call cannot be extended again", 409);

    private static final long serialVersionUID = 1L;

    NoMoreExtensionsException() {
        super(TYPE, "The call was extended " + Interaction.MOST_EXTENSIONS + " times, which is the most");
    }
}
