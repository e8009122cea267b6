package com.realtimeconnect.common.privacy;

import com.realtimeconnect.common.identity.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Erases people for user-service, which knows whether they asked for it. */
@RestController
@Tag(name = "Personal data, for services", description = "Refused to people")
class PersonErasureController {

    private final PersonErasure erasure;

    PersonErasureController(PersonErasure erasure) {
        this.erasure = erasure;
    }

    @DeleteMapping("/internal/people/{userId}")
    @Operation(summary = "Erase a person here, for good", description = "As often as is asked; answers what changed.")
    ErasureReport erase(@PathVariable UUID userId) {
        return new ErasureReport(erasure.erase(new UserId(userId)));
    }
}
