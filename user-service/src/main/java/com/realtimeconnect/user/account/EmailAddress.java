package com.realtimeconnect.user.account;

import java.util.Locale;

/** An e-mail address as accounts are found by it: trimmed, and in lower case because case is no difference between people. */
public record EmailAddress(String value) {

    public static final int LONGEST = 254;

    public static EmailAddress of(String text) {
        return new EmailAddress(text.strip().toLowerCase(Locale.ROOT));
    }

    /** What stands before the @. */
    public String localPart() {
        return value.substring(0, Math.max(0, value.indexOf('@')));
    }

    /** Hidden, so that it never reaches a log. */
    @Override
    public String toString() {
        return "EmailAddress[hidden]";
    }
}
