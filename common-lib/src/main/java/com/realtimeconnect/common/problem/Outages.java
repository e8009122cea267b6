package com.realtimeconnect.common.problem;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Tells a store that does not answer, which is worth another try, from a fault of our own. */
public final class Outages {

    private Outages() {}

    /** The refusal to give for this, or null if it is no outage. */
    public static @Nullable ProblemException explain(Throwable failure) {
        var isOutage = failure instanceof DataAccessResourceFailureException
                || failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof TransactionException;
        return isOutage
                ? Problems.unavailable("A store that is needed does not answer; please try again", failure)
                : null;
    }
}
