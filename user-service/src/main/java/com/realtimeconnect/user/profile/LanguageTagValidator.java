package com.realtimeconnect.user.profile;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asks Java's own reading of BCP 47. */
class LanguageTagValidator implements ConstraintValidator<LanguageTag, String> {

    private static final int LONGEST = 35;

    @Override
    public boolean isValid(@Nullable String tag, ConstraintValidatorContext context) {
        if (tag == null || tag.isEmpty() || tag.length() > LONGEST) {
            return false;
        }
        try {
            return !new Locale.Builder()
                    .setLanguageTag(tag)
                    .build()
                    .getLanguage()
                    .isEmpty();
        } catch (IllformedLocaleException illFormed) {
            return false;
        }
    }
}
