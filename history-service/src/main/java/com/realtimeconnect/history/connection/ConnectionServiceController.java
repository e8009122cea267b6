package com.realtimeconnect.history.connection;

import com.realtimeconnect.common.event.interaction.ConnectionFormed;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What other services ask about connections. */
@RestController
@Tag(name = "Connections, for services", description = "Refused to people")
class ConnectionServiceController {

    private final Connections connections;

    ConnectionServiceController(Connections connections) {
        this.connections = connections;
    }

    @PostMapping("/api/history/connections")
    @Operation(
            summary = "Form the connection that both keeps ask for",
            description =
                    "201 if it is new, 200 if it was formed or the two are connected already: the answer is the connection that counts.")
    ResponseEntity<ConnectionBetween> form(@Valid @RequestBody ConnectionFormed request) {
        var formed = connections.form(request);
        return ResponseEntity.status(formed.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(ConnectionBetween.of(formed.connection()));
    }

    @GetMapping("/api/history/connections/between/{a}/{b}")
    @Operation(summary = "The connection of two people, in either order", description = "404 if they have none.")
    ConnectionBetween between(@PathVariable UUID a, @PathVariable UUID b) {
        return connections
                .between(new UserId(a), new UserId(b))
                .map(ConnectionBetween::of)
                .orElseThrow(() -> Problems.notFound("These two are not connected"));
    }

    @GetMapping("/internal/history/connections/{userId}/peers")
    @Operation(summary = "Everybody this person is connected to")
    Peers peers(@PathVariable UUID userId) {
        return new Peers(connections.peersOf(new UserId(userId)));
    }
}
