package com.realtimeconnect.user.account;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** Somebody has an account with this e-mail address. */
public class EmailTakenException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("email-taken", "The e-mail address has an account", 409);

    private static final long serialVersionUID = 1L;

    EmailTakenException() {
        super(TYPE, "There is an account with this e-mail address already; log in instead");
    }
}
