package com.realtimeconnect.interaction.signaling;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** A session description that is not understood; what is not understood is not relayed. */
final class MalformedSdpException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("malformed-sdp", "The session description is not understood", 400);

    private static final long serialVersionUID = 1L;

    /** @param line counted from 1 */
    MalformedSdpException(int line, String why) {
        super(TYPE, "Line " + line + ": " + why);
    }
}
