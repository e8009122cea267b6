package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.page.Page;
import com.realtimeconnect.common.page.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whom I blocked. Who blocked me is nowhere to be seen. */
@RestController
@Tag(name = "Safety")
@RequestMapping("/safety/blocks")
class BlockController {

    private final BlockDesk desk;
    private final Blocks blocks;

    BlockController(BlockDesk desk, Blocks blocks) {
        this.desk = desk;
        this.blocks = blocks;
    }

    @PostMapping
    @Operation(summary = "Block somebody", description = """
                    Both ways, everywhere, within a second: no match any more, a call of the two ends, their room closes, neither sees the \
                    other's profile or presence. 201 the first time, 200 with the same answer when it is in force already; \
                    429 after many in a day, 409 `too-many-blocks` when too many are in force.""")
    ResponseEntity<Block> block(
            @Parameter(hidden = true) @AuthenticationPrincipal AuthenticatedUser me,
            @Valid @RequestBody BlockRequest request) {
        var made = desk.take(me.id(), request.userId());
        return ResponseEntity.status(made.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(made.block());
    }

    @GetMapping
    @Operation(summary = "Whom I blocked, newest first")
    Page<Block> list(@Parameter(hidden = true) @AuthenticationPrincipal AuthenticatedUser me, PageRequest page) {
        return blocks.madeBy(me.id(), page);
    }

    @DeleteMapping("/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take a block back",
            description = "The two may meet again; what they had stays over. 204 also if there is no such block.")
    void unblock(@Parameter(hidden = true) @AuthenticationPrincipal AuthenticatedUser me, @PathVariable UUID userId) {
        blocks.unblock(me.id(), new UserId(userId));
    }
}
