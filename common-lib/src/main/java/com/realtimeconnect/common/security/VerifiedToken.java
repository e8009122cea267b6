package com.realtimeconnect.common.security;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.identity.ServiceIdentity;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Whom a token stands for: a person or one of our own services. Exactly one of the two is there. */
public record VerifiedToken(
        @Nullable AuthenticatedUser person, @Nullable ServiceIdentity service) {

    /** @throws ProblemException 401 if this is a service's token */
    public AuthenticatedUser requirePerson() {
        if (person == null) {
            throw Problems.invalidToken("This is not the token of a person");
        }
        return person;
    }
}
