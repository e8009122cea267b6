package com.realtimeconnect.user.throttle;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** Name and secret do not belong together. Which of the two is wrong is not said. */
public class BadCredentialsException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("bad-credentials", "The credentials are not right", 401);

    private static final long serialVersionUID = 1L;

    public BadCredentialsException() {
        super(TYPE, "The name or the secret is wrong");
    }
}
