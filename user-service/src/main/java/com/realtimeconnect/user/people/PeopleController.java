package com.realtimeconnect.user.people;

import com.realtimeconnect.common.directory.Person;
import com.realtimeconnect.common.identity.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells our other services who somebody is. */
@RestController
@Tag(name = "Internal")
class PeopleController {

    private final People people;

    PeopleController(People people) {
        this.people = people;
    }

    @GetMapping("/internal/people/{userId}")
    @Operation(summary = "A person, for our own services")
    Person find(@PathVariable UUID userId) {
        return people.find(new UserId(userId));
    }
}
