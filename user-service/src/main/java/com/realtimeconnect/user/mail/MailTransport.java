package com.realtimeconnect.user.mail;

/** A way for letters to go. */
interface MailTransport {

    /** Hands it over for good, or throws. */
    void deliver(Mail mail);
}
