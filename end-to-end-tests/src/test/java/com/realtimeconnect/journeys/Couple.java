package com.realtimeconnect.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.realtimeconnect.localstack.Endpoints;
import com.realtimeconnect.localstack.Service;
import com.realtimeconnect.localstack.client.Clients;
import com.realtimeconnect.localstack.client.Event;
import com.realtimeconnect.localstack.client.Meeting;
import com.realtimeconnect.localstack.client.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A woman and a man who are online, each at the nodes that the journey puts them on. */
record Couple(Person woman, Person man) implements AutoCloseable {

    static Couple online(Clients clients, Endpoints hers, Endpoints his) {
        var woman = Person.woman(clients, hers, "Wanda");
        var man = Person.man(clients, his, "Max");
        Meeting.comeOnline(woman);
        Meeting.comeOnline(man);
        return new Couple(woman, man);
    }

    List<Person> both() {
        return List.of(woman, man);
    }

    Meeting match(String intent) {
        Meeting.join(woman, intent);
        Meeting.join(man, intent);
        return Meeting.awaitMatch(woman, man);
    }

    /** Matched, connected, and talking. */
    Call talk(String intent) {
        var meeting = match(intent);
        meeting.sheLetsItBegin();
        meeting.exchangeDescriptions();
        return new Call(meeting, meeting.mediaConnects());
    }

    /** A call that goes on, and when the server has promised to end it. */
    record Call(Meeting meeting, Instant endsAt) {

        Map<String, Object> id() {
            return Map.of("interactionId", meeting.interactionId());
        }
    }

    /** Opens a new socket to interaction-service as soon as one can, as a client does that has lost its own. */
    static Event reconnect(Person person) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> person.connect(Service.INTERACTION), state -> true);
    }

    /** Facts arrive when they can; once there, there is one for each of them and stays one. */
    void awaitLoggedOnce(Meeting meeting) {
        for (var person : both()) {
            await().atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> !meeting.logged(person).isEmpty());
            assertThat(meeting.logged(person)).hasSize(1);
        }
    }

    /** Makes the call as long as it can become. */
    void extend(Call call) {
        for (var time = 1; time <= 2; time++) {
            both().forEach(person -> person.post(Service.INTERACTION, "/api/interactions/extend", call.id())
                    .orThrow("extend"));
        }
    }

    /** What this one's history says, once it is there. */
    void awaitEndReason(Meeting meeting, Person person, String reason) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> meeting.logged(person)
                        .getFirst()
                        .path("endReason")
                        .asString("")
                        .equals(reason));
    }

    @Override
    public void close() {
        both().forEach(Person::close);
    }
}
