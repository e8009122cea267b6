package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** What was asked does not fit the state the interaction is in. */
public final class WrongStateException extends ProblemException {

    static final ProblemType TYPE =
            new ProblemType("wrong-state", "The interaction is not in a state that allows this", 409);

    private static final long serialVersionUID = 1L;

    /** @param state named in the detail, for the one who asked takes part and may know it */
    public WrongStateException(InteractionState state, String asked) {
        super(TYPE, "The interaction is " + state + ", which does not allow: " + asked);
    }

    WrongStateException(VideoState state, String asked) {
        super(TYPE, "Video is " + state + ", which does not allow: " + asked);
    }
}
