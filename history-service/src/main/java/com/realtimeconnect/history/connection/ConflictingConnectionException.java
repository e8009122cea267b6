package com.realtimeconnect.history.connection;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;
import java.util.UUID;

class ConflictingConnectionException extends ProblemException {

    static final ProblemType TYPE =
            new ProblemType("conflicting-connection", "This connection was formed differently", 409);

    private static final long serialVersionUID = 1L;

    ConflictingConnectionException(UUID connectionId) {
        super(TYPE, "Connection " + connectionId + ", its room or its interaction is in use already, differently");
    }
}
