package com.realtimeconnect.common.directory;

import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.identity.UserId;
import java.util.List;
import java.util.Set;

/**
 * What the other services may know of a person.
 *
 * @param age in whole years, today
 * @param languages BCP 47 tags
 * @param photos addresses of images
 * @param autoConnect she lets every call begin by itself
 * @param blocked everyone this person blocked or was blocked by
 * @param held whether this person is not to be matched until moderation has decided
 * @param mustVerifyEmail has to confirm the e-mail address before anything else
 */
public record Person(
        UserId userId,
        String displayName,
        int age,
        Role role,
        String bio,
        List<String> interests,
        List<String> languages,
        List<String> photos,
        boolean autoConnect,
        Set<UserId> blocked,
        boolean suspended,
        boolean held,
        boolean mustVerifyEmail) {

    /** As many as one question may be about. */
    public static final int MOST_AT_ONCE = 50;

    public Person {
        interests = List.copyOf(interests);
        languages = List.copyOf(languages);
        photos = List.copyOf(photos);
        blocked = Set.copyOf(blocked);
    }
}
