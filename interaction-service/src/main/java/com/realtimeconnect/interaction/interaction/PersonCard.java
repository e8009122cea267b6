package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.directory.Person;
import com.realtimeconnect.common.identity.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What each of the two may see of the other. */
public record PersonCard(
        UserId userId,
        String displayName,
        @Nullable Integer age,
        String bio,
        List<String> interests,
        List<String> languages,
        List<String> photos) {

    static PersonCard from(Person person) {
        return new PersonCard(
                person.userId(),
                person.displayName(),
                person.age(),
                person.bio(),
                person.interests(),
                person.languages(),
                person.photos());
    }

    /** What is known without user-service. */
    static PersonCard from(InteractionView.ParticipantView participant) {
        return new PersonCard(
                participant.userId(), participant.displayName(), null, "", List.of(), List.of(), List.of());
    }
}
