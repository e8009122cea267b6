package com.realtimeconnect.user.registration;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** The product is for adults. */
class UnderAgeException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("under-age", "Only adults may register", 422);

    private static final long serialVersionUID = 1L;

    UnderAgeException() {
        super(TYPE, "You must be 18 or older");
    }
}
