package com.realtimeconnect.user.verification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether people have to confirm their e-mail address.
 *
 * @param mode required: who did not cannot queue
 */
@ConfigurationProperties("connect.email-verification")
record VerificationProperties(@DefaultValue("off") Mode mode) {

    boolean isRequired() {
        return mode == Mode.REQUIRED;
    }

    enum Mode {
        OFF,
        REQUIRED
    }
}
