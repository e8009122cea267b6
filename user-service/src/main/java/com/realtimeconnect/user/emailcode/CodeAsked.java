package com.realtimeconnect.user.emailcode;

import com.realtimeconnect.user.account.EmailAddress;
import java.time.Instant;

/** Somebody wants a code for this address, whether or not it has an account. Fact of the outbox. */
record CodeAsked(String email, CodePurpose purpose, Instant at) {

    EmailAddress address() {
        return new EmailAddress(email);
    }

    /** Without the address. */
    @Override
    public String toString() {
        return "CodeAsked[" + purpose + "]";
    }
}
