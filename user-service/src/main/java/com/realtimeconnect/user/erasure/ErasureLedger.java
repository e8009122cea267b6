package com.realtimeconnect.user.erasure;

import com.realtimeconnect.common.identity.UserId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The rows that remain of erasures: when each was asked for, who confirmed it, and how much went. */
@Component
class ErasureLedger {

    private static final Logger log = LoggerFactory.getLogger(ErasureLedger.class);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ErasureLedger(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Somebody whose account is back although they were erased. */
    record Returned(UserId person, Instant askedAt) {}

    /** Begins a row, or begins it again: then nothing counts as confirmed. */
    @Transactional(propagation = Propagation.MANDATORY)
    void open(PersonHash person, Instant askedAt) {
        jdbc.sql("""
                        insert into erasures (person_hash, asked_at) values (:person, :askedAt)
                        on conflict (person_hash) do update set completed_at = null""")
                .param("person", person.bytes())
                .param("askedAt", Timestamp.from(askedAt))
                .update();
        jdbc.sql("delete from erasure_confirmations where person_hash = :person")
                .param("person", person.bytes())
                .update();
    }

    /** Notes that a place holds nothing any more; the last one completes the erasure. */
    @Transactional
    void confirm(PersonHash person, Place place, Map<String, Integer> changed) {
        jdbc.sql("select asked_at from erasures where person_hash = :person for update")
                .param("person", person.bytes())
                .query((row, number) -> number)
                .single();
        var now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        insert into erasure_confirmations (person_hash, service, confirmed_at, changed)
                        values (:person, :service, :now, cast(:changed as jsonb))
                        on conflict (person_hash, service) do nothing""")
                .param("person", person.bytes())
                .param("service", place.word())
                .param("now", now)
                .param("changed", json.writeValueAsString(changed))
                .update();
        var completed = jdbc.sql("""
                        update erasures set completed_at = :now
                        where person_hash = :person and completed_at is null
                          and (select count(*) from erasure_confirmations where person_hash = :person) = :places""")
                .param("person", person.bytes())
                .param("now", now)
                .param("places", Place.values().length)
                .update();
        log.atInfo()
                .addKeyValue("service", place.word())
                .addKeyValue("completed", completed == 1)
                .log("Erasure confirmed");
    }

    /** Whose account the database holds although the rows to replay say that they were erased. */
    List<Returned> findReturned() {
        return jdbc.sql("""
                        select accounts.id, asked_at from erasures_to_replay
                        join accounts on sha256(convert_to(:prefix || accounts.id, 'UTF8')) = person_hash
                        where erased_at is null""")
                .param("prefix", PersonHash.PREFIX)
                .query((row, number) -> new Returned(
                        new UserId(row.getObject("id", UUID.class)),
                        row.getTimestamp("asked_at").toInstant()))
                .list();
    }

    /** All returned people are being erased again: what was to replay becomes part of the ledger. */
    @Transactional
    int closeReplay() {
        jdbc.sql("""
                        insert into erasures (person_hash, asked_at, completed_at)
                        select person_hash, asked_at, :now from erasures_to_replay on conflict do nothing""").param("now", Timestamp.from(clock.instant())).update();
        return jdbc.sql("delete from erasures_to_replay").update();
    }

    /** Who was erased since then. */
    List<UserId> findErasedSince(Instant since) {
        return jdbc.sql("select id from accounts where erased_at > :since")
                .param("since", Timestamp.from(since))
                .query((row, number) -> new UserId(row.getObject("id", UUID.class)))
                .list();
    }
}
