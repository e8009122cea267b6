package com.realtimeconnect.user.profile;

import java.util.List;

/** My profile, in the shape in which it is sent back. */
record ProfileResponse(
        String displayName,
        String bio,
        List<String> interests,
        List<String> languages,
        boolean autoConnect,
        long version) {

    static ProfileResponse from(Profile profile, String displayName) {
        return new ProfileResponse(
                displayName,
                profile.bio(),
                profile.interests(),
                profile.languages(),
                profile.isAutoConnect(),
                profile.version());
    }
}
