package com.realtimeconnect.user.registration;

import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.user.account.EmailAddress;
import com.realtimeconnect.user.account.PlainText;
import com.realtimeconnect.user.password.AcceptablePassword;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A person asks for an account. Blanks around the e-mail address and the name do not count. */
record RegisterRequest(
        @NotBlank @Size(max = EmailAddress.LONGEST) @Email @PlainText
        String email,

        @NotNull @AcceptablePassword String password,
        @NotBlank @Size(max = 50) @PlainText String displayName,

        @NotNull @Pattern(regexp = "female|male", message = "must be female or male")
        String role,

        @NotNull @Pattern(regexp = "\\d{4}-\\d{2}-\\d{2}", message = "must be a date as YYYY-MM-DD")
        String birthDate) {

    @SuppressWarnings("NullAway") // a missing field is null until validation has refused it
    RegisterRequest {
        email = strip(email);
        displayName = strip(displayName);
    }

    private static @Nullable String strip(@Nullable String text) {
        return text == null ? null : text.strip();
    }

    EmailAddress emailAddress() {
        return EmailAddress.of(email);
    }

    /** @throws ProblemException if there is no such day */
    LocalDate dayOfBirth() {
        try {
            return LocalDate.parse(birthDate);
        } catch (DateTimeParseException noSuchDay) {
            throw Problems.invalid("birthDate", "must be a day of the calendar");
        }
    }

    Role wantedRole() {
        return Role.of(role);
    }

    /** Without personal data. */
    @Override
    public String toString() {
        return "RegisterRequest[hidden]";
    }
}
