package com.realtimeconnect.user.people;

import com.realtimeconnect.common.directory.Person;
import com.realtimeconnect.common.identity.UserId;
import java.util.List;

/** What somebody who met this person may see. */
record ProfileCard(
        UserId userId,
        String displayName,
        int age,
        String bio,
        List<String> interests,
        List<String> languages,
        List<String> photos) {

    static ProfileCard from(Person person) {
        return new ProfileCard(
                person.userId(),
                person.displayName(),
                person.age(),
                person.bio(),
                person.interests(),
                person.languages(),
                person.photos());
    }
}
