package com.realtimeconnect.communication.room;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** A room is asked for a person who has no account. */
class UnknownMemberException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("unknown-member", "A member has no account", 422);
    private static final long serialVersionUID = 1L;

    UnknownMemberException() {
        super(TYPE, "One of the two people has no account");
    }
}
