package com.realtimeconnect.user.standing;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** The person has said what they had to say to this suspension. */
class AlreadyAppealedException extends ProblemException {

    static final ProblemType TYPE =
            new ProblemType("already-appealed", "There is an appeal against this suspension already", 409);

    private static final long serialVersionUID = 1L;

    AlreadyAppealedException() {
        super(TYPE, "One text is taken for each suspension; logging in tells what became of it");
    }
}
