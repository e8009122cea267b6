package com.realtimeconnect.interaction.match;

import com.realtimeconnect.common.block.KeptApartException;
import com.realtimeconnect.common.directory.PeopleDirectory;
import com.realtimeconnect.common.directory.Person;
import com.realtimeconnect.common.event.queuing.MatchFound;
import com.realtimeconnect.common.event.queuing.MatchFound.MatchedTicket;
import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.interaction.fact.QueuePlaces;
import com.realtimeconnect.interaction.interaction.AlreadyInteractingException;
import com.realtimeconnect.interaction.interaction.Interactions;
import com.realtimeconnect.interaction.suspension.SuspendedPersonException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes an interaction of a match, or sees to it that whoever is free gets their place back. */
@Component
class MatchFoundHandler {

    private static final Logger log = LoggerFactory.getLogger(MatchFoundHandler.class);

    private final Interactions interactions;
    private final PeopleDirectory people;
    private final QueuePlaces places;
    private final MatchProperties properties;
    private final Clock clock;
    private final MeterRegistry meters;

    MatchFoundHandler(
            Interactions interactions,
            PeopleDirectory people,
            QueuePlaces places,
            MatchProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.interactions = interactions;
        this.people = people;
        this.places = places;
        this.properties = properties;
        this.clock = clock;
        this.meters = meters;
    }

    /** Returns when nothing is left to do for it, or throws to have it brought again. May be called again with the same. */
    void handle(MatchFound match) {
        var age = Duration.between(match.matchedAt(), clock.instant());
        if (age.compareTo(properties.giveUpAfter()) > 0) {
            refuse(match, "too-old", this::free);
            return;
        }
        var found = people.find(List.of(match.woman().userId(), match.man().userId()));
        var woman = Optional.ofNullable(found.get(match.woman().userId()));
        var man = Optional.ofNullable(found.get(match.man().userId()));
        if (!isPresent(woman, Role.FEMALE) || !isPresent(man, Role.MALE)) {
            refuse(match, "not-there", refused -> present(refused, woman, man));
        } else if (woman.get().blocked().contains(man.get().userId())) {
            refuse(match, "blocked", this::free);
        } else {
            open(match, woman.get(), man.get());
        }
    }

    private void open(MatchFound match, Person woman, Person man) {
        try {
            var view = interactions.open(match, woman, man);
            Timer.builder("connect.match.found")
                    .description("From the match to its announcement")
                    .publishPercentileHistogram()
                    .register(meters)
                    .record(Duration.between(match.matchedAt(), view.times().proposedAt()));
        } catch (AlreadyInteractingException busy) {
            refuse(match, "already-interacting", this::free);
        } catch (KeptApartException blocked) {
            refuse(match, "blocked", this::free);
        } catch (SuspendedPersonException shutOut) {
            refuse(
                    match,
                    "not-there",
                    refused -> free(refused).stream()
                            .filter(ticket -> !shutOut.isAbout(ticket.userId()))
                            .toList());
        }
    }

    /** Unless it was opened before, by a node that died before it could say so. */
    private void refuse(MatchFound match, String reason, Function<MatchFound, List<MatchedTicket>> innocence) {
        if (interactions.tellAgain(new InteractionId(match.matchId()))) {
            return;
        }
        var innocent = innocence.apply(match);
        log.atInfo()
                .addKeyValue("matchId", match.matchId())
                .addKeyValue("reason", reason)
                .addKeyValue("restored", innocent.size())
                .log("Match refused");
        meters.counter("connect.match.refused", "reason", reason).increment();
        places.restore(innocent);
    }

    /** Those who are in no interaction: it is not for them that nothing came of it. */
    private List<MatchedTicket> free(MatchFound match) {
        return Stream.of(match.woman(), match.man())
                .filter(ticket -> interactions.current(ticket.userId()).isEmpty())
                .toList();
    }

    private List<MatchedTicket> present(MatchFound match, Optional<Person> woman, Optional<Person> man) {
        return free(match).stream()
                .filter(ticket ->
                        ticket.equals(match.woman()) ? isPresent(woman, Role.FEMALE) : isPresent(man, Role.MALE))
                .toList();
    }

    private static boolean isPresent(Optional<Person> person, Role role) {
        return person.isPresent()
                && person.get().role() == role
                && !person.get().suspended()
                && !person.get().held();
    }
}
