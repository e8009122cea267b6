package com.realtimeconnect.communication.room;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** The connection is over, so nothing new can be said in its room. */
public final class RoomClosedException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("room-closed", "The room is closed", 409);
    private static final long serialVersionUID = 1L;

    public RoomClosedException() {
        super(TYPE, "This room is closed; what was written before can still be read");
    }
}
