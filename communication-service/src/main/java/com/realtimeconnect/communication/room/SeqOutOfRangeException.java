package com.realtimeconnect.communication.room;

import com.realtimeconnect.common.problem.FieldProblem;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;
import java.util.List;

/** A client speaks of a message that was never written. */
public final class SeqOutOfRangeException extends ProblemException {

    static final ProblemType TYPE =
            new ProblemType("seq-out-of-range", "There is no message with this number yet", 422);
    private static final long serialVersionUID = 1L;

    public SeqOutOfRangeException(String field, long lastSeq) {
        super(TYPE, "The newest message of this room has the number " + lastSeq);
        withErrors(List.of(new FieldProblem(field, "must be at most " + lastSeq)));
    }
}
