package com.realtimeconnect.queuing.queue;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** The person is not matched until moderation has decided about them. */
public final class HeldBackException extends ProblemException {

    public static final ProblemType TYPE = new ProblemType("held-back", "You are not matched for now", 403);

    private static final long serialVersionUID = 1L;

    HeldBackException() {
        super(TYPE, "You were reported, and somebody looks into it before you are matched again");
    }
}
