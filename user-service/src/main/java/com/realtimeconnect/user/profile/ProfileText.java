package com.realtimeconnect.user.profile;

import java.util.List;

/** What a profile says. */
public record ProfileText(String bio, List<String> interests, List<String> languages, boolean autoConnect) {

    public ProfileText {
        interests = List.copyOf(interests);
        languages = List.copyOf(languages);
    }

    static ProfileText from(Profile profile) {
        return new ProfileText(profile.bio(), profile.interests(), profile.languages(), profile.isAutoConnect());
    }
}
