package com.realtimeconnect.user.mail;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Sends letters. It may take seconds or fail, so that no request should wait for it: call it from the outbox. */
public class Mailer {

    private final @Nullable MailTransport transport;

    Mailer(@Nullable MailTransport transport) {
        this.transport = transport;
    }

    /** Whether there is any way for a letter to go. */
    public boolean isReady() {
        return transport != null;
    }

    /** @throws ProblemException unavailable, where no mail was set up */
    public void requireReady() {
        require();
    }

    /** Hands a letter over to the mail server, or throws to be asked again. */
    public void send(Mail mail) {
        require().deliver(mail);
    }

    private MailTransport require() {
        if (transport == null) {
            throw Problems.unavailable("Mail is not set up here");
        }
        return transport;
    }
}
