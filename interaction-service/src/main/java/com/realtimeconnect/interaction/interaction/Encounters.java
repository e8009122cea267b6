package com.realtimeconnect.interaction.interaction;

import com.realtimeconnect.common.event.interaction.MatchExclusions;
import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    /** Of each kind. */
    private static final int MOST = 1_000;

    /** A person keeps one role for life, but nothing here depends on which. */
    private static final String EXCLUSIONS = """
            select asked.person, encounter.*
            from unnest(:people) as asked(person) cross join lateral (
              (select 'live' as met_as, id, man_user_id as peer, started_at from interactions
               where woman_user_id = asked.person and state <> 'ENDED')
              union all
              (select 'live', id, woman_user_id, started_at from interactions
               where man_user_id = asked.person and state <> 'ENDED')
              union all
              (select 'met', id, man_user_id, started_at from interactions
               where woman_user_id = asked.person and ended_at > :metSince and connected_at is not null
               order by ended_at desc limit :most)
              union all
              (select 'met', id, woman_user_id, started_at from interactions
               where man_user_id = asked.person and ended_at > :metSince and connected_at is not null
               order by ended_at desc limit :most)
              union all
              (select 'declined', id, man_user_id, started_at from interactions
               where woman_user_id = asked.person and ended_at > :declinedSince and %1$s
               order by ended_at desc limit :most)
              union all
              (select 'declined', id, woman_user_id, started_at from interactions
               where man_user_id = asked.person and ended_at > :declinedSince and %1$s
               order by ended_at desc limit :most)
            ) as encounter""".formatted(DECLINED);

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

    /** With whom each of these people is not to be matched now, in their order. */
    List<MatchExclusions> exclusionsOf(Collection<UserId> people) {
        var now = clock.instant();
        var found = jdbc
                .sql(EXCLUSIONS)
                .param("people", people.stream().map(UserId::value).toArray(UUID[]::new))
                .param("metSince", Timestamp.from(now.minus(timing.rematch())))
                .param("declinedSince", Timestamp.from(now.minus(DECLINED_APART)))
                .param("most", MOST)
                .query((row, number) -> Encounter.of(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Encounter::person));
        return people.stream()
                .map(person -> exclusions(person, found.getOrDefault(person, List.of())))
                .toList();
    }

    private static MatchExclusions exclusions(UserId person, List<Encounter> encounters) {
        return new MatchExclusions(
                person,
                encounters.stream()
                        .filter(encounter -> encounter.as().equals("live"))
                        .map(Encounter::interaction)
                        .findFirst()
                        .orElse(null),
                peers(encounters, encounter -> encounter.as().equals("met")),
                peers(encounters, encounter -> encounter.as().equals("met") && encounter.talked()),
                peers(encounters, encounter -> encounter.as().equals("declined")));
    }

    private static Set<UserId> peers(List<Encounter> encounters, Predicate<Encounter> which) {
        return encounters.stream().filter(which).map(Encounter::peer).collect(Collectors.toSet());
    }

    /**
     * @param as {@code live}, {@code met} or {@code declined}
     * @param talked whether a call began
     */
    private record Encounter(UserId person, String as, InteractionId interaction, UserId peer, boolean talked) {

        static Encounter of(ResultSet row) throws SQLException {
            return new Encounter(
                    new UserId(row.getObject("person", UUID.class)),
                    row.getString("met_as"),
                    new InteractionId(row.getObject("id", UUID.class)),
                    new UserId(row.getObject("peer", UUID.class)),
                    row.getObject("started_at") != null);
        }
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
}
