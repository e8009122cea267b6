package com.realtimeconnect.interaction.signaling;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** A candidate that is not understood; what is not understood is not relayed. */
final class MalformedCandidateException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("malformed-candidate", "The ICE candidate is not understood", 400);

    private static final long serialVersionUID = 1L;

    MalformedCandidateException(String why) {
        super(TYPE, why);
    }
}
