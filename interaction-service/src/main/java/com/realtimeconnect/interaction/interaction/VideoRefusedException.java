package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** Video was declined before; a no holds for the rest of the call. */
final class VideoRefusedException extends ProblemException {

    static final ProblemType TYPE =
            new ProblemType("video-denied", "Video was declined for the rest of this call", 409);

    private static final long serialVersionUID = 1L;

    VideoRefusedException() {
        super(TYPE, "Video was declined; it cannot be asked for again in this call");
    }
}
