package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.directory.PeopleDirectory;
import com.realtimeconnect.common.directory.Person;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The cards that the two see of each other, remembered for a moment: a proposal shows those it was made with. */
@Component
class PersonCards {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int SWEEP_ABOVE = 5_000;
    private static final Logger log = LoggerFactory.getLogger(PersonCards.class);

    private final PeopleDirectory people;
    private final Map<UserId, Remembered> cards = new ConcurrentHashMap<>();

    PersonCards(PeopleDirectory people) {
        this.people = people;
    }

    PersonCard remember(Person person) {
        if (cards.size() > SWEEP_ABOVE) {
            cards.values().removeIf(card -> !card.isFresh());
        }
        var card = PersonCard.from(person);
        cards.put(person.userId(), new Remembered(card, System.nanoTime()));
        return card;
    }

    /** A call must not break because profiles cannot be read: the name is known here. */
    PersonCard of(InteractionView.ParticipantView participant) {
        var known = cards.get(participant.userId());
        if (known != null && known.isFresh()) {
            return known.card();
        }
        try {
            return remember(people.find(participant.userId()));
        } catch (ProblemException unavailable) {
            log.atWarn()
                    .setCause(unavailable)
                    .addKeyValue("userId", participant.userId())
                    .log("Card without profile");
            return PersonCard.from(participant);
        }
    }

    private record Remembered(PersonCard card, long since) {

        boolean isFresh() {
            return System.nanoTime() - since < REMEMBERED.toNanos();
        }
    }
}
