package com.realtimeconnect.user.authentication;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** The refresh token is not one of ours, has run out, or its login has ended. */
class InvalidRefreshTokenException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("invalid-refresh-token", "The refresh token is not accepted", 401);

    private static final long serialVersionUID = 1L;

    InvalidRefreshTokenException() {
        super(TYPE, "Log in again");
    }
}
