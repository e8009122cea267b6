package com.realtimeconnect.common.rest;

import com.realtimeconnect.common.identity.AuthenticatedUser;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.outbox.Outbox;
import com.realtimeconnect.common.page.Cursor;
import com.realtimeconnect.common.page.Page;
import com.realtimeconnect.common.page.PageRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NotesController {

    private static final int NOTES = 7;

    private final Outbox outbox;
    private final TransactionTemplate transactions;
    private final AtomicInteger written = new AtomicInteger();

    NotesController(Outbox outbox, PlatformTransactionManager transactionManager) {
        this.outbox = outbox;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Integer> write(@Valid @RequestBody Note note) {
        if (note.text().equals("explode")) {
            throw new IllegalStateException("select secret from table");
        }
        if (note.text().equals("no store")) {
            throw new DataAccessResourceFailureException("connection to 10.0.0.1 refused");
        }
        return Map.of("number", written.incrementAndGet());
    }

    @PostMapping("/open/notes")
    Map<String, Integer> writeOpenly(@Valid @RequestBody Note note) {
        return Map.of("number", written.incrementAndGet());
    }

    @PostMapping("/notes/from-service")
    Map<String, String> writeForService(@Valid @RequestBody Note note) {
        return Map.of("text", note.text());
    }

    @PostMapping("/notes/fact")
    void publish(@Valid @RequestBody Note note) {
        transactions.executeWithoutResult(status -> {
            outbox.publish("note-written", note);
            if (note.text().equals("roll back")) {
                status.setRollbackOnly();
            }
        });
    }

    @GetMapping("/notes")
    Page<String> list(PageRequest page) {
        var from = page.cursor() == null ? 1 : Math.toIntExact(page.cursor().number(0)) + 1;
        var rows = IntStream.rangeClosed(from, Math.min(NOTES, from + page.limit()))
                .boxed()
                .toList();
        return Page.of(rows, page.limit(), number -> "note " + number, Cursor::of);
    }

    @GetMapping("/notes/all")
    Map<String, Instant> all() {
        return Map.of("at", Instant.parse("2026-01-02T03:04:05Z"));
    }

    @GetMapping("/notes/{id}")
    Map<String, String> one(@PathVariable java.util.UUID id, @AuthenticationPrincipal AuthenticatedUser user) {
        return Map.of("id", id.toString(), "reader", user.id().toString());
    }

    record Note(
            @NotBlank @Size(max = 20) String text,
            int stars,
            @Nullable UserId author) {}
}
