package com.realtimeconnect.history.interaction;

import com.realtimeconnect.common.event.user.InteractionReported;
import java.time.Clock;
import java.time.Instant;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which interactions were reported by whom, for our figures. Each report counts once, however often it is told. */
@Component
public class InteractionReports {

    private final JdbcClient jdbc;
    private final Clock clock;

    InteractionReports(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws UnknownPersonException if the reporter has no account */
    void note(InteractionReported report) {
        try {
            jdbc.sql("""
                            insert into interaction_reports (interaction_id, reporter_id, noted_at)
                            values (:interaction, :reporter, :now) on conflict do nothing""")
                    .param("interaction", report.interactionId().value())
                    .param("reporter", report.reporter().value())
                    .param("now", Timestamps.column(clock.instant()))
                    .update();
        } catch (DataIntegrityViolationException failure) {
            throw UnknownPersonException.from(failure);
        }
    }

    /** Deletes up to {@code limit} that were told before this. Returns how many. */
    public int delete(Instant notedBefore, int limit) {
        return jdbc.sql("""
                        delete from interaction_reports where (interaction_id, reporter_id) in (
                          select interaction_id, reporter_id from interaction_reports
                          where noted_at < :before order by noted_at limit :limit)""")
                .param("before", Timestamps.column(notedBefore))
                .param("limit", limit)
                .update();
    }
}
