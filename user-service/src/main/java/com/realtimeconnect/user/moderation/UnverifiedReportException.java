package com.realtimeconnect.user.moderation;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** Nothing can be decided about a report before it is known whether there was such a meeting. */
class UnverifiedReportException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("unverified-report", "The report is not verified yet", 409);

    private static final long serialVersionUID = 1L;

    UnverifiedReportException() {
        super(TYPE, "It is verified by itself when interaction-service answers");
    }
}
