package com.realtimeconnect.user.emailcode;

import com.realtimeconnect.common.identity.UserId;

/** A code was shown that is right, and still has to be used up by what it is good for. */
public record CodeGrant(UserId owner, CodePurpose purpose, String codeHash) {

    /** Without the hash. */
    @Override
    public String toString() {
        return "CodeGrant[" + owner + ", " + purpose + "]";
    }
}
