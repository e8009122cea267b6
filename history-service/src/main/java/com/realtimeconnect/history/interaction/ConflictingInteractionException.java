package com.realtimeconnect.history.interaction;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

class ConflictingInteractionException extends ProblemException {

    static final ProblemType TYPE =
            new ProblemType("conflicting-interaction", "This interaction was logged differently", 409);

    private static final long serialVersionUID = 1L;

    ConflictingInteractionException(InteractionId interactionId) {
        super(TYPE, "Interaction " + interactionId + " is logged already, with another body");
    }
}
