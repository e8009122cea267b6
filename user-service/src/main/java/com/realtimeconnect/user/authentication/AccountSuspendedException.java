package com.realtimeconnect.user.authentication;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** The person is suspended by moderation. Told only to who proved to be that person. */
class AccountSuspendedException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("account-suspended", "The account is suspended", 403);

    private static final long serialVersionUID = 1L;

    AccountSuspendedException() {
        super(TYPE, "This account is suspended");
    }
}
