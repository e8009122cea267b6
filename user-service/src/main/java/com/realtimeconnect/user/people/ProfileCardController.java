package com.realtimeconnect.user.people;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows people to those who met them, and hides from everybody else that they exist. */
@RestController
@Tag(name = "Profile")
class ProfileCardController {

    private final People people;
    private final Acquaintances acquaintances;

    ProfileCardController(People people, Acquaintances acquaintances) {
        this.people = people;
        this.acquaintances = acquaintances;
    }

    @GetMapping("/profiles/{userId}")
    @Operation(summary = "The card of somebody I was matched with, am in a call with or connected to")
    ProfileCard card(@AuthenticationPrincipal AuthenticatedUser user, @PathVariable UUID userId) {
        var asked = new UserId(userId);
        // First of all and in every case, so that how long the answer takes tells nothing either.
        var known = acquaintances.know(user.id(), asked);
        var person = people.find(asked);
        if (!known || person.suspended() || person.blocked().contains(user.id())) {
            throw Problems.notFound("There is no such person");
        }
        return ProfileCard.from(person);
    }
}
