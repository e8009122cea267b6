package com.realtimeconnect.user.profile;

import com.realtimeconnect.user.account.PlainText;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A whole profile in place of the one before; what is left out is empty.
 *
 * @param version of the profile that this one replaces, as it was read
 */
record ProfileRequest(
        @NotBlank @Size(max = 50) @PlainText String displayName,
        @Nullable @Size(max = 500) @PlainText(lines = true) String bio,
        @Nullable @Size(max = 10) List<@NotBlank @Size(max = 40) @PlainText String> interests,
        @Nullable @Size(max = 5) List<@LanguageTag String> languages,
        @Nullable Boolean autoConnect,
        @NotNull @Min(0) Long version) {

    @SuppressWarnings("NullAway") // a missing field is null until validation has refused it
    ProfileRequest {
        displayName = displayName == null ? null : displayName.strip();
        bio = bio == null ? "" : bio.strip();
    }

    boolean wantsAutoConnect() {
        return Boolean.TRUE.equals(autoConnect);
    }

    /** Trimmed, in canonical spelling, and each thing once. */
    ProfileText text() {
        return new ProfileText(
                Objects.requireNonNullElse(bio, ""),
                orEmpty(interests).stream().map(String::strip).distinct().toList(),
                orEmpty(languages).stream()
                        .map(tag -> Locale.forLanguageTag(tag).toLanguageTag())
                        .distinct()
                        .toList(),
                wantsAutoConnect());
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }
}
