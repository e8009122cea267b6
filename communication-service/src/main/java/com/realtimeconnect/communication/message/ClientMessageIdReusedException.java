package com.realtimeconnect.communication.message;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** A client gives a second message the name of one it sent before. */
class ClientMessageIdReusedException extends ProblemException {

    static final ProblemType TYPE =
            new ProblemType("client-message-id-reused", "This clientMessageId names another message", 409);
    private static final long serialVersionUID = 1L;

    ClientMessageIdReusedException() {
        super(TYPE, "You sent another text to this room under the same clientMessageId");
    }
}
