package com.realtimeconnect.common.block;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** Two people are not to be joined: one of them blocked the other. For our own services' eyes only. */
public final class KeptApartException extends ProblemException {

    public static final ProblemType TYPE = new ProblemType("kept-apart", "These two are kept apart", 409);

    private static final long serialVersionUID = 1L;

    public KeptApartException() {
        super(TYPE, "One of the two blocked the other");
    }
}
