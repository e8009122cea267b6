package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** Feedback is given once. */
final class FeedbackGivenException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("feedback-given", "Feedback was given before", 409);

    private static final long serialVersionUID = 1L;

    FeedbackGivenException() {
        super(TYPE, "Your feedback on this call was different, and it is given once");
    }
}
