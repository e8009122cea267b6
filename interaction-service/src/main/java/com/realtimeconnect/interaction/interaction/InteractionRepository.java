package com.realtimeconnect.interaction.interaction;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

interface InteractionRepository extends Repository<Interaction, UUID> {

    Interaction save(Interaction interaction);

    void flush();

    Optional<Interaction> findById(UUID id);

    List<Interaction> findByIdIn(Collection<UUID> ids);

    @NativeQuery("select id from interactions where next_deadline <= :now order by next_deadline limit :limit")
    List<UUID> findOverdue(Instant now, int limit);

    /** The row itself, unless it is not overdue any more or another node has it in hand. */
    @NativeQuery("select * from interactions where id = :id and next_deadline <= :now for update skip locked")
    Optional<Interaction> lockOverdue(UUID id, Instant now);
}
