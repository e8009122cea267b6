package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** The person has reported this interaction before, and said something else. */
class AlreadyReportedException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("already-reported", "You have reported this already", 409);

    private static final long serialVersionUID = 1L;

    AlreadyReportedException() {
        super(TYPE, "One report is taken for each interaction, and yours is being looked at");
    }
}
