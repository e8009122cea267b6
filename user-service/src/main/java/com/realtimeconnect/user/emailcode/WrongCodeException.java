package com.realtimeconnect.user.emailcode;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** The code is wrong, used, too old or tried too often, or there is no such account. Which of these is not said. */
public class WrongCodeException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("wrong-code", "The code is not good", 422);

    private static final long serialVersionUID = 1L;

    WrongCodeException() {
        super(TYPE, "The code is wrong, was used or is too old; ask for a new one if you need it");
    }
}
