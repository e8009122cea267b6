package com.realtimeconnect.user.account;

import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import java.util.Locale;
import java.util.stream.Stream;

/** What everybody knows of a person, which therefore is no password. */
public record PasswordOwner(EmailAddress email, String displayName) {

    public static PasswordOwner of(Credentials credentials) {
        return new PasswordOwner(credentials.email(), credentials.displayName());
    }

    /** @throws ProblemException naming the field, if the password is the e-mail address, its local part or the name */
    public void refuse(String password, String field) {
        var wanted = password.strip().toLowerCase(Locale.ROOT);
        var known = Stream.of(email.value(), email.localPart(), displayName.toLowerCase(Locale.ROOT));
        if (known.anyMatch(wanted::equals)) {
            throw Problems.invalid(field, "must not be the e-mail address or the name");
        }
    }
}
