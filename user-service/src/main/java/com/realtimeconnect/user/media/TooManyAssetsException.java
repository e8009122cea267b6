package com.realtimeconnect.user.media;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** The profile has all the photos and videos it may have. */
class TooManyAssetsException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("too-many-assets", "The profile is full", 409);

    private static final long serialVersionUID = 1L;

    TooManyAssetsException(int most) {
        super(TYPE, "A profile has at most " + most + " photos and videos; remove one first");
    }
}
