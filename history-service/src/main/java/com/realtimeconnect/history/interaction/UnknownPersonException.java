package com.realtimeconnect.history.interaction;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.ProblemType;
import java.sql.SQLException;
import org.springframework.dao.DataIntegrityViolationException;

/** Somebody is named who has no account. */
public class UnknownPersonException extends ProblemException {

    static final ProblemType TYPE = new ProblemType("unknown-person", "A person named here has no account", 422);

    private static final long serialVersionUID = 1L;
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    private UnknownPersonException(Throwable cause) {
        super(TYPE, "One of the two people has no account", cause);
    }

    /** The refusal if a foreign key broke, which here always leads to an account; else the failure as it is. */
    public static RuntimeException from(DataIntegrityViolationException failure) {
        return failure.getMostSpecificCause() instanceof SQLException sql
                        && FOREIGN_KEY_VIOLATION.equals(sql.getSQLState())
                ? new UnknownPersonException(failure)
                : failure;
    }
}
