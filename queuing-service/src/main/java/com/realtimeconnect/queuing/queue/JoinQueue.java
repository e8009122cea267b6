package com.realtimeconnect.queuing.queue;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks to wait for somebody.
 *
 * @param languages of which the other must speak one; the person is taken to speak them too
 * @param ticket of an earlier stay, for its place
 */
record JoinQueue(
        @NotNull @Size(max = 32) String intent,

        @Nullable @Size(max = 5)
        List<@NotNull @Pattern(regexp = LANGUAGE_TAG, message = "must be a BCP 47 tag") String> languages,

        @Nullable @Min(YOUNGEST) @Max(OLDEST) Integer ageMin,
        @Nullable @Min(YOUNGEST) @Max(OLDEST) Integer ageMax,
        @Nullable @Size(max = 2048) String ticket) {

    static final int YOUNGEST = 18;
    static final int OLDEST = 120;
    static final String LANGUAGE_TAG = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,7}";

    @AssertTrue(message = "ageMin must not be above ageMax")
    boolean isAgeRangeInOrder() {
        return ageMin == null || ageMax == null || ageMin <= ageMax;
    }

    Wishes wishes() {
        return new Wishes(
                languages == null ? List.of() : languages,
                ageMin == null ? YOUNGEST : ageMin,
                ageMax == null ? OLDEST : ageMax);
    }
}
