package com.realtimeconnect.queuing.ticket;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** A ticket that this service did not sign, or not for this person. */
public final class InvalidTicketException extends ProblemException {

    public static final ProblemType TYPE = new ProblemType("invalid-ticket", "The ticket is not accepted", 400);
    private static final long serialVersionUID = 1L;

    InvalidTicketException() {
        super(TYPE, "This ticket was not given to you here; join without it");
    }
}
