package com.realtimeconnect.communication.message;

import com.realtimeconnect.common.identity.UserId;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** For our own services only: evidence for a report that one of two people made. */
@RestController
class ExcerptController {

    private static final int MOST = 50;

    private final MessageRepository repository;

    ExcerptController(MessageRepository repository) {
        this.repository = repository;
    }

    @GetMapping("/internal/excerpts/{one}/{other}")
    Excerpt between(@PathVariable UUID one, @PathVariable UUID other) {
        return new Excerpt(repository.findLastBetween(new UserId(one), new UserId(other), MOST));
    }
}
