package com.realtimeconnect.history.connection;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.page.Page;
import com.realtimeconnect.common.page.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Connections", description = "People I may chat with")
class ConnectionController {

    private final Connections connections;

    ConnectionController(Connections connections) {
        this.connections = connections;
    }

    @GetMapping("/api/history/connections")
    @Operation(summary = "My connections, newest first")
    Page<ConnectionResponse> mine(
            @Parameter(hidden = true) @AuthenticationPrincipal AuthenticatedUser me, PageRequest page) {
        return connections.of(me.id(), page);
    }

    @DeleteMapping("/api/history/connections/{connectionId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Remove a connection",
            description = "Either of the two may, without the other; their room closes for both. Again is 204 again.")
    void remove(
            @Parameter(hidden = true) @AuthenticationPrincipal AuthenticatedUser me, @PathVariable UUID connectionId) {
        connections.remove(connectionId, me.id());
    }
}
