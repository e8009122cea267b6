package com.realtimeconnect.user.account;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Looks at each code point. */
class PlainTextValidator implements ConstraintValidator<PlainText, String> {

    private boolean lines;

    @Override
    public void initialize(PlainText constraint) {
        lines = constraint.lines();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return text == null || text.codePoints().allMatch(this::isPlain);
    }

    private boolean isPlain(int codePoint) {
        if (codePoint == '\n') {
            return lines;
        }
        var type = Character.getType(codePoint);
        return type != Character.CONTROL && type != Character.SURROGATE && type != Character.UNASSIGNED;
    }
}
