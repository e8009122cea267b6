package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** Letting a call begin is hers alone. */
final class WomenOnlyException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("women-only", "Only the woman may do this", 403);

    private static final long serialVersionUID = 1L;

    WomenOnlyException() {
        super(TYPE, "She decides when the call begins");
    }
}
