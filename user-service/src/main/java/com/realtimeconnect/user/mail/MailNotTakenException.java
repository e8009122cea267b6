package com.realtimeconnect.user.mail;

import java.util.Objects;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailException;

/** The mail server did not take a letter. What it said is not kept: it often quotes the address, and this goes to the log. */
class MailNotTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MailNotTakenException(MailException cause) {
        super("The mail server did not take a letter: " + kindOf(cause));
    }

    private static String kindOf(MailException cause) {
        return Objects.requireNonNullElse(NestedExceptionUtils.getRootCause(cause), cause)
                .getClass()
                .getSimpleName();
    }
}
