package com.realtimeconnect.user.mail;

import com.realtimeconnect.user.account.EmailAddress;

/** A letter in plain text to one person. It quotes nothing that a stranger could have chosen, such as a name. */
public record Mail(EmailAddress to, String subject, String text) {

    /** Without anything of it. */
    @Override
    public String toString() {
        return "Mail[hidden]";
    }
}
