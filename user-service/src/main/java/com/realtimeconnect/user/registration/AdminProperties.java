package com.realtimeconnect.user.registration;

import com.realtimeconnect.common.secret.Secret;
import com.realtimeconnect.user.account.EmailAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The first admin; none is made without an e-mail address. */
@ConfigurationProperties("connect.admin")
record AdminProperties(
        @DefaultValue("") String email, @DefaultValue("") Secret password) {

    boolean isAsked() {
        return !email.isBlank();
    }

    EmailAddress emailAddress() {
        return EmailAddress.of(email);
    }

    /** Without personal data. */
    @Override
    public String toString() {
        return "AdminProperties[hidden]";
    }
}
