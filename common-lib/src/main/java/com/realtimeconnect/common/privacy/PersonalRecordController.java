package com.realtimeconnect.common.privacy;

import com.realtimeconnect.common.identity.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows what is held about a person to user-service, which shows it to that person. */
@RestController
@Tag(name = "Personal data, for services", description = "Refused to people")
class PersonalRecordController {

    private final PersonalRecord record;

    PersonalRecordController(PersonalRecord record) {
        this.record = record;
    }

    @GetMapping(path = "/internal/people/{userId}/data", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Everything held here about a person",
            description = "Its last field is \"complete\": true; without it the answer was cut off.")
    void data(@PathVariable UUID userId, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        record.write(new UserId(userId), response.getOutputStream());
    }
}
