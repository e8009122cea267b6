package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.Problems;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What moderation does with reports. */
@Component
public class Reports {

    private final ReportRepository reports;
    private final Clock clock;

    Reports(ReportRepository reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /** Oldest first, from the one after {@code after}. */
    public List<Report> find(Collection<ReportState> states, UUID after, int limit) {
        return reports.find(states, after, limit);
    }

    /** As it is, and stays until the transaction ends. @throws ProblemException not-found */
    @Transactional(propagation = Propagation.MANDATORY)
    public Report lock(UUID id) {
        return reports.lock(id)
                .filter(report -> report.state() != ReportState.DISCARDED)
                .orElseThrow(() -> Problems.notFound("There is no such report"));
    }

    /** Writes down what was decided about a report that is open. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Report resolve(UUID id, ReportState outcome, UserId by, String reason) {
        reports.resolve(id, outcome, by, clock.instant().truncatedTo(ChronoUnit.MILLIS), reason);
        return lock(id);
    }

    /** Whether every report about this person was decided, and none upheld since then. */
    public boolean isCleared(UserId reported, Instant since) {
        return !reports.existsOpenOrUpheld(reported, since);
    }

    public long countOpen() {
        return reports.countOpen();
    }
}
