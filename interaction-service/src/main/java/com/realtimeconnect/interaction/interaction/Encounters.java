package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.event.interaction.MatchExclusions;
import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who met whom, and how that went: what matching and profiles need to know. */
@Component
class Encounters {

    /** How long two stay apart after one of them declined. */
    private static final Duration DECLINED_APART = Duration.ofDays(7);

    /** How long two who were matched may see each other's card. */
    private static final Duration CARD_VISIBLE = Duration.ofHours(24);

    /** A proposal that ended with a block counts as declined, also after the block was taken back. */
    private static final String DECLINED =
            "(end_reason = 'DECLINED' or (end_reason = 'BLOCKED' and connected_at is null))";

    private static final int MOST = 1_000;

    private final JdbcClient jdbc;
    private final InteractionRepository interactions;
    private final ConsentLog consentLog;
    private final CallTiming timing;
    private final Clock clock;

    Encounters(
            JdbcClient jdbc,
            InteractionRepository interactions,
            ConsentLog consentLog,
            CallTiming timing,
            Clock clock) {
        this.jdbc = jdbc;
        this.interactions = interactions;
        this.consentLog = consentLog;
        this.timing = timing;
        this.clock = clock;
    }

    /** With whom this person is not to be matched now. */
    MatchExclusions exclusionsOf(UserId user) {
        var live = interactions.findLive(user.value()).map(found -> found.view().id());
        return new MatchExclusions(
                live.orElse(null),
                peers(user, "connected_at is not null", clock.instant().minus(timing.rematch())),
                peers(user, DECLINED, clock.instant().minus(DECLINED_APART)));
    }

    /** How the two stand to each other; the order does not matter. */
    EncounterResponse between(UserId one, UserId other) {
        return jdbc.sql("""
                        select coalesce(bool_or(state <> 'ENDED'), false) as live, count(*) > 0 as matched
                        from interactions
                        where (woman_user_id, man_user_id) in ((:one, :other), (:other, :one))
                          and (state <> 'ENDED' or ended_at > :since)
                        """)
                .param("one", one.value())
                .param("other", other.value())
                .param("since", Timestamp.from(clock.instant().minus(CARD_VISIBLE)))
                .query((row, number) -> new EncounterResponse(row.getBoolean("matched"), row.getBoolean("live")))
                .single();
    }

    /** All that is known of it. @throws ProblemException 404 if there is none */
    InteractionRecord account(InteractionId id) {
        var view = interactions.findById(id.value()).map(Interaction::view).orElseThrow(InteractionStore::none);
        return InteractionRecord.of(view, consentLog.of(id));
    }

    private Set<UserId> peers(UserId user, String condition, Instant since) {
        return jdbc.sql("""
                        select case when woman_user_id = :user then man_user_id else woman_user_id end as peer
                        from interactions
                        where (woman_user_id = :user or man_user_id = :user) and ended_at > :since and %s
                        order by ended_at desc limit :most
                        """.formatted(condition))
                .param("user", user.value())
                .param("since", Timestamp.from(since))
                .param("most", MOST)
                .query((row, number) -> new UserId(row.getObject("peer", UUID.class)))
                .set();
    }
}
