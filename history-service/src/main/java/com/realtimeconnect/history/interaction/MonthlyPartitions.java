package com.realtimeconnect.history.interaction;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The months of the log, in UTC. They are made well ahead, so that no request waits for it; an entry of a month that is
 * missing all the same makes it. Each step waits at most a few seconds for its locks, because others queue up behind it
 * meanwhile, and is tried again by the next run.
 */
@Component
class MonthlyPartitions {

    private static final Logger LOG = LoggerFactory.getLogger(MonthlyPartitions.class);
    private static final int MONTHS_AHEAD = 3;
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String CHECK_VIOLATION = "23514";
    private static final String PREFIX = "logged_interactions_";
    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.ofPattern("uuuu_MM");

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final Clock clock;

    MonthlyPartitions(JdbcClient jdbc, TransactionOperations transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes this month and the next ones. */
    void coverAhead() {
        var month = monthOf(clock.instant());
        for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
            cover(month.plusMonths(ahead));
        }
    }

    void cover(Instant instant) {
        cover(monthOf(instant));
    }

    private void cover(YearMonth month) {
        if (!exists(month)) {
            transaction.executeWithoutResult(status -> create(month));
        }
    }

    private void create(YearMonth month) {
        limitLockWait();
        // Of several nodes that notice at once, one creates and the others then find it done.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('logged_interactions', 0))")
                .query((row, number) -> number)
                .single();
        if (exists(month)) {
            return;
        }
        var name = name(month);
        // To attach an empty table takes a weaker lock on the log than to create it as a partition.
        jdbc.sql("create table %s (like logged_interactions including all)".formatted(name))
                .update();
        jdbc.sql("alter table logged_interactions attach partition %s for values from ('%s') to ('%s')"
                        .formatted(name, start(month), start(month.plusMonths(1))))
                .update();
        LOG.atInfo().addKeyValue("month", month).log("Created partition");
    }

    /** Drops the months that ended before this, but leaves one that is in use for the next run; returns how many. */
    int dropEndedBefore(Instant instant) {
        int dropped = 0;
        for (var month : months()) {
            if (!start(month.plusMonths(1)).isAfter(instant) && drop(month)) {
                dropped++;
            }
        }
        return dropped;
    }

    private boolean drop(YearMonth month) {
        try {
            transaction.executeWithoutResult(status -> {
                limitLockWait();
                jdbc.sql("drop table if exists " + name(month)).update();
            });
        } catch (DataAccessException failure) {
            if (!isLockTimeout(failure)) {
                throw failure;
            }
            LOG.atWarn().addKeyValue("month", month).log("Partition is in use and stays for now");
            return false;
        }
        LOG.atInfo().addKeyValue("month", month).log("Dropped partition");
        return true;
    }

    List<YearMonth> months() {
        return jdbc.sql("""
                        select substring(child.relname::text from :from) as month
                        from pg_inherits join pg_class child on child.oid = inhrelid
                        where inhparent = 'logged_interactions'::regclass
                        order by 1""")
                .param("from", PREFIX.length() + 1)
                .query((row, number) -> YearMonth.parse(row.getString("month"), SUFFIX))
                .list();
    }

    /** Reads the catalog as a table: {@code to_regclass} may remember, inside a transaction, that there was none. */
    private boolean exists(YearMonth month) {
        return jdbc.sql("""
                        select exists (
                          select from pg_class
                          where relname = :name and relnamespace = current_schema()::regnamespace)""").param("name", name(month)).query(Boolean.class).single();
    }

    /** Whether a row may have found no partition: PostgreSQL says so with the code of any broken check. */
    static boolean mayBeMissing(DataAccessException failure) {
        return hasState(failure, CHECK_VIOLATION);
    }

    private static boolean isLockTimeout(DataAccessException failure) {
        return hasState(failure, LOCK_NOT_AVAILABLE);
    }

    private static boolean hasState(DataAccessException failure, String state) {
        return failure.getMostSpecificCause() instanceof SQLException sql && state.equals(sql.getSQLState());
    }

    private void limitLockWait() {
        jdbc.sql("set local lock_timeout = '3s'").update();
    }

    private static YearMonth monthOf(Instant instant) {
        return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String name(YearMonth month) {
        return PREFIX + SUFFIX.format(month);
    }
}
