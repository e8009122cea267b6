package com.realtimeconnect.user.people;

import com.realtimeconnect.common.directory.Person;
import com.realtimeconnect.common.identity.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells our other services who somebody is. */
@RestController
@Tag(name = "Internal")
class PeopleController {

    private final People people;

    PeopleController(People people) {
        this.people = people;
    }

    @GetMapping("/internal/people")
    @Operation(summary = "People, for our own services", description = "Of whom there is nobody is left out.")
    List<Person> find(@RequestParam("id") @Size(max = Person.MOST_AT_ONCE) Set<UUID> ids) {
        return people.find(ids.stream().map(UserId::new).toList());
    }
}
