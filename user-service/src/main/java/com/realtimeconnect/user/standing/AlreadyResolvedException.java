package com.realtimeconnect.user.standing;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** Somebody has decided this already, perhaps another admin a moment ago. */
public class AlreadyResolvedException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("already-resolved", "This was decided already", 409);

    private static final long serialVersionUID = 1L;

    public AlreadyResolvedException() {
        super(TYPE, "Read it again to see what was decided");
    }
}
