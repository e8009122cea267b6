package com.realtimeconnect.common.privacy;

import com.realtimeconnect.common.identity.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows and erases what this service holds about a person, for user-service, which knows whether the person asked. */
@RestController
@Tag(name = "Personal data, for services", description = "Refused to people")
class PersonalDataController {

    private final PersonErasure erasure;
    private final ObjectProvider<PersonalRecord> record;

    PersonalDataController(PersonErasure erasure, ObjectProvider<PersonalRecord> record) {
        this.erasure = erasure;
        this.record = record;
    }

    @GetMapping(path = "/internal/people/{userId}/data", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Everything held here about a person",
            description = "Its last field is \"complete\": true; without it the answer was cut off.")
    void data(@PathVariable UUID userId, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        record.getObject().write(new UserId(userId), response.getOutputStream());
    }

    @DeleteMapping("/internal/people/{userId}")
    @Operation(summary = "Erase a person here, for good", description = "As often as is asked; answers what changed.")
    ErasureReport erase(@PathVariable UUID userId) {
        return new ErasureReport(erasure.erase(new UserId(userId)));
    }
}
