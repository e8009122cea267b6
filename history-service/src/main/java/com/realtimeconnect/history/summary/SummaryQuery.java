package com.realtimeconnect.history.summary;

import com.realtimeconnect.common.identity.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Adds up one person's calls in one pass over their range of the index. On the primary, although it only reads: the
 * answer is cached, and a cache must not keep what a lagging replica said.
 */
@Repository
class SummaryQuery {

    private static final String SQL = """
            with calls as (
              select intent, duration_seconds, kept, date_trunc('week', ended_at, 'UTC') as week
              from logged_interactions
              where user_id = :person and started_at is not null)
            select intent, (week at time zone 'UTC')::date as week,
              count(*) as calls, coalesce(sum(duration_seconds), 0) / 60 as minutes, count(*) filter (where kept) as kept
            from calls
            group by grouping sets ((), (intent), (week))
            order by week desc nulls last, intent""";

    private final JdbcClient jdbc;

    SummaryQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Summary of(UserId person) {
        return jdbc.sql(SQL).param("person", person.value()).query(SummaryQuery::collect);
    }

    private static Summary collect(ResultSet rows) throws SQLException {
        long calls = 0;
        long minutes = 0;
        long kept = 0;
        var byIntent = new ArrayList<Summary.OfIntent>();
        var byWeek = new ArrayList<Summary.OfWeek>();
        while (rows.next()) {
            var intent = rows.getString("intent");
            var week = rows.getObject("week", LocalDate.class);
            if (intent != null) {
                byIntent.add(new Summary.OfIntent(
                        intent, rows.getLong("calls"), rows.getLong("minutes"), rows.getLong("kept")));
            } else if (week != null) {
                byWeek.add(
                        new Summary.OfWeek(week, rows.getLong("calls"), rows.getLong("minutes"), rows.getLong("kept")));
            } else {
                calls = rows.getLong("calls");
                minutes = rows.getLong("minutes");
                kept = rows.getLong("kept");
            }
        }
        return new Summary(calls, minutes, kept, byIntent, byWeek);
    }
}
