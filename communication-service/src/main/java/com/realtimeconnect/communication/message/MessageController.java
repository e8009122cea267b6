package com.realtimeconnect.communication.message;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.page.Page;
import com.realtimeconnect.common.page.PageRequest;
import com.realtimeconnect.common.problem.Problems;
import com.realtimeconnect.communication.room.Rooms;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/rooms/{roomId}/messages")
class MessageController {

    private final Messages messages;

    MessageController(Messages messages) {
        this.messages = messages;
    }

    /** Newest first, or with {@code afterSeq} oldest first. */
    @GetMapping
    Page<Message> list(
            @AuthenticationPrincipal AuthenticatedUser user,
            @PathVariable String roomId,
            @RequestParam(required = false) @Nullable Long beforeSeq,
            @RequestParam(required = false) @Nullable Long afterSeq,
            PageRequest page) {
        var range = SeqRange.of(beforeSeq, afterSeq, page.cursor());
        return messages.page(Rooms.idOf(roomId), user.id(), range, page.limit());
    }

    /** 201 the first time, 200 with the same answer when it is sent again. */
    @PostMapping
    ResponseEntity<Message> send(
            @AuthenticationPrincipal AuthenticatedUser user,
            @PathVariable String roomId,
            @Valid @RequestBody SendMessage message) {
        var written = messages.write(Rooms.idOf(roomId), user.id(), message);
        messages.announce(written);
        return ResponseEntity.status(written.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(written.message());
    }

    @DeleteMapping("/{messageId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @AuthenticationPrincipal AuthenticatedUser user,
            @PathVariable String roomId,
            @PathVariable String messageId) {
        messages.delete(Rooms.idOf(roomId), user.id(), messageIdOf(messageId));
    }

    private static UUID messageIdOf(String name) {
        try {
            return Uuids.parse(name);
        } catch (IllegalArgumentException notUuid) {
            throw Problems.notFound("There is no such message");
        }
    }
}
