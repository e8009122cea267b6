package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;

/** The person keeps away as many people as one can. */
class TooManyBlocksException extends ProblemException {

    static final ProblemType TYPE =
            new ProblemType("too-many-blocks", "You have blocked as many people as one can", 409);

    private static final long serialVersionUID = 1L;

    TooManyBlocksException(int most) {
        super(TYPE, "At most " + most + " blocks can be in force; take one back first");
    }
}
