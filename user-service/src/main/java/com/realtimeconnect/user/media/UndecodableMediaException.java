package com.realtimeconnect.user.media;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** The bytes begin like a format that is taken, but are not a whole picture of a sane size. */
class UndecodableMediaException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("undecodable-media", "The image or video cannot be read", 422);

    private static final long serialVersionUID = 1L;

    UndecodableMediaException(String detail) {
        super(TYPE, detail);
    }
}
