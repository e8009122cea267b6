package com.realtimeconnect.user.verification;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** There is nothing left to confirm. */
class AlreadyVerifiedException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("already-verified", "The e-mail address is confirmed", 409);

    private static final long serialVersionUID = 1L;

    AlreadyVerifiedException() {
        super(TYPE, "Your e-mail address is confirmed already");
    }
}
