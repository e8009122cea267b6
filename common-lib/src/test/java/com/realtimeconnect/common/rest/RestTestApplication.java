package com.realtimeconnect.common.rest;

import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.outbox.FactHandler;
import com.realtimeconnect.common.security.AccessRules;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

@SpringBootConfiguration
@EnableAutoConfiguration
@Import(NotesController.class)
class RestTestApplication {

    @Bean
    AccessRules accessRules() {
        return AccessRules.rules()
                .open(HttpMethod.POST, "/open/notes")
                .service(HttpMethod.POST, "/notes/from-service")
                .role(Role.ADMIN, HttpMethod.GET, "/notes/all");
    }

    @Bean
    NoteDeliveries noteDeliveries() {
        return new NoteDeliveries();
    }

    /** Fails as often as a test asks, then keeps what it was given. */
    static class NoteDeliveries implements FactHandler<NotesController.Note> {

        final AtomicInteger failuresLeft = new AtomicInteger();
        private final List<NotesController.Note> delivered = new CopyOnWriteArrayList<>();

        List<NotesController.Note> delivered() {
            return delivered;
        }

        @Override
        public String name() {
            return "note-written";
        }

        @Override
        public Class<NotesController.Note> payloadType() {
            return NotesController.Note.class;
        }

        @Override
        public void deliver(NotesController.Note fact) {
            if (failuresLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("Not yet");
            }
            delivered.add(fact);
        }
    }
}
