package com.realtimeconnect.history.analytics;

import com.realtimeconnect.history.interaction.Timestamps;
import com.realtimeconnect.history.replica.ReadDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Repository;

/** Adds up the log by bucket and intent, in one statement. Each interaction is counted on her row, waits and
 * reports on both. */
@Repository
class AnalyticsQueries {

    /** In fewer people than this, one could be told. */
    static final int FEWEST_PEOPLE = 5;

    private static final String SQL = """
            with log as (
              select date_trunc(:bucket, ended_at, 'UTC') as bucket_start, intent, user_id, wait_seconds,
                side = 'female' as counted, side = 'female' and started_at is not null as call,
                connected_at, duration_seconds, end_reason, video_requested, video_approved,
                started_at is not null and reporter_id is not null as reported
              from logged_interactions logged
              left join interaction_reports report
                on report.interaction_id = logged.interaction_id and reporter_id = user_id
              where ended_at >= :from and ended_at < :to),
            figures as (
              select bucket_start, intent,
                count(distinct user_id) as people,
                count(*) filter (where counted) as proposals,
                count(*) filter (where counted and connected_at is not null) as connected,
                count(*) filter (where call) as calls,
                count(*) filter (where call and end_reason = 'completed') as completed,
                count(*) filter (where call and video_requested) as video_requested,
                count(*) filter (where call and video_requested and video_approved) as video_approved,
                count(*) filter (where reported) as reports,
                percentile_cont(0.5) within group (order by duration_seconds) filter (where call) as median_duration,
                percentile_cont(0.95) within group (order by duration_seconds) filter (where call) as p95_duration,
                percentile_cont(0.5) within group (order by wait_seconds) as median_wait,
                percentile_cont(0.95) within group (order by wait_seconds) as p95_wait
              from log
              group by bucket_start, intent)
            select bucket_start, intent, people, proposals, calls,
              connected::float8 / nullif(proposals, 0) as connect_rate,
              completed::float8 / nullif(calls, 0) as completion_rate,
              round(median_duration)::bigint as median_duration, round(p95_duration)::bigint as p95_duration,
              round(median_wait)::bigint as median_wait, round(p95_wait)::bigint as p95_wait,
              video_approved::float8 / nullif(video_requested, 0) as video_approval_rate,
              1000 * reports::float8 / nullif(calls, 0) as reports_per_thousand
            from figures
            order by bucket_start, intent""";

    private final ReadDatabase reads;

    AnalyticsQueries(ReadDatabase reads) {
        this.reads = reads;
    }

    Analytics of(AnalyticsRange range) {
        return reads.jdbc()
                .sql(SQL)
                .param("bucket", range.bucket().wireName())
                .param("from", Timestamps.column(range.from()))
                .param("to", Timestamps.column(range.to()))
                .query(figuresOf(range));
    }

    private static ResultSetExtractor<Analytics> figuresOf(AnalyticsRange range) {
        return rows -> {
            var groups = new ArrayList<Analytics.Group>();
            long suppressed = 0;
            while (rows.next()) {
                if (rows.getLong("people") < FEWEST_PEOPLE) {
                    suppressed++;
                } else {
                    groups.add(group(rows));
                }
            }
            return new Analytics(range.from(), range.to(), range.bucket(), groups, suppressed);
        };
    }

    private static Analytics.Group group(ResultSet row) throws SQLException {
        return new Analytics.Group(
                Timestamps.read(row, "bucket_start"),
                row.getString("intent"),
                row.getLong("proposals"),
                row.getLong("calls"),
                figure(row, "connect_rate"),
                figure(row, "completion_rate"),
                row.getObject("median_duration", Long.class),
                row.getObject("p95_duration", Long.class),
                row.getObject("median_wait", Long.class),
                row.getObject("p95_wait", Long.class),
                figure(row, "video_approval_rate"),
                figure(row, "reports_per_thousand"));
    }

    private static @Nullable Double figure(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Double.class);
    }
}
