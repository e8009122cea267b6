package com.realtimeconnect.communication.room;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** A room or a connection is known already, and is another one. */
class ConflictingRoomException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("conflicting-room", "This room exists with other facts", 409);
    private static final long serialVersionUID = 1L;

    ConflictingRoomException() {
        super(TYPE, "The room or the connection is known already, for other people or another interaction");
    }
}
