package com.realtimeconnect.user.password;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Says which rule a new password breaks. */
class AcceptablePasswordValidator implements ConstraintValidator<AcceptablePassword, String> {

    private static final int SHORTEST_BYTES = 10;

    @Override
    public boolean isValid(@Nullable String password, ConstraintValidatorContext context) {
        var complaint = password == null ? null : complaintAbout(password);
        if (complaint == null) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(complaint).addConstraintViolation();
        return false;
    }

    private static @Nullable String complaintAbout(String password) {
        var bytes = password.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < SHORTEST_BYTES) {
            return "must have at least " + SHORTEST_BYTES + " bytes in UTF-8";
        }
        if (bytes > PasswordHasher.LONGEST_BYTES) {
            return "must have at most " + PasswordHasher.LONGEST_BYTES + " bytes in UTF-8";
        }
        return CommonPasswords.contains(password) ? "is one of the passwords that are tried first" : null;
    }
}
