package com.realtimeconnect.user.moderation;

import com.realtimeconnect.common.event.user.Standing;
import com.realtimeconnect.common.identity.Role;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.user.account.StandingRegister;
import com.realtimeconnect.user.audit.AuditAction;
import com.realtimeconnect.user.audit.AuditTrail;
import com.realtimeconnect.user.safety.Report;
import com.realtimeconnect.user.safety.ReportState;
import com.realtimeconnect.user.safety.Reports;
import com.realtimeconnect.user.standing.AlreadyResolvedException;
import com.realtimeconnect.user.standing.Appeal;
import com.realtimeconnect.user.standing.AppealState;
import com.realtimeconnect.user.standing.Appeals;
import com.realtimeconnect.user.standing.Standings;
import com.realtimeconnect.user.standing.Suspension;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an admin decides, each with its line in the audit trail or not at all. Of two admins at once the second is refused. */
@Component
class Decisions {

    private final Reports reports;
    private final Standings standings;
    private final StandingRegister register;
    private final Appeals appeals;
    private final AuditTrail audit;

    Decisions(Reports reports, Standings standings, StandingRegister register, Appeals appeals, AuditTrail audit) {
        this.reports = reports;
        this.standings = standings;
        this.register = register;
        this.appeals = appeals;
        this.audit = audit;
    }

    /**
     * Decides about a report. When the last one about a person who is held back is dismissed, and none was upheld meanwhile,
     * that person is let back in.
     *
     * @throws ProblemException already-resolved, unverified-report or not-found
     */
    @Transactional
    Report resolve(UserId admin, UUID reportId, Outcome outcome, String reason) {
        var report = reports.lock(reportId);
        if (report.state() == ReportState.UNVERIFIED) {
            throw new UnverifiedReportException();
        }
        if (report.state() != ReportState.OPEN) {
            throw new AlreadyResolvedException();
        }
        var resolved = reports.resolve(reportId, outcome.state(), admin, reason);
        audit.note(admin, outcome.action(), report.reported(), reportId, reason);
        if (report.reported() != null) {
            releaseIfCleared(admin, report.reported(), reason);
        }
        return resolved;
    }

    private void releaseIfCleared(UserId admin, UserId person, String reason) {
        if (register.find(person).isEmpty()) {
            return;
        }
        var standing = register.lock(person);
        var heldAt = standing.heldAt();
        if (standing.standing() == Standing.HELD && heldAt != null && reports.isCleared(person, heldAt)) {
            standings.reinstate(person, admin, reason);
            audit.note(admin, AuditAction.USER_REINSTATED, person, null, reason);
        }
    }

    /**
     * Shuts somebody out.
     *
     * @param until null for good
     * @throws ProblemException not-suspendable, already-suspended or not-found
     */
    @Transactional
    Suspension suspend(UserId admin, UserId person, String reason, @Nullable Instant until) {
        if (register.lock(person).role() == Role.ADMIN) {
            throw new NotSuspendableException();
        }
        var suspension = standings.suspend(person, admin, reason, until);
        audit.note(admin, AuditAction.USER_SUSPENDED, person, suspension.id(), reason);
        return suspension;
    }

    /** @throws ProblemException not-suspended or not-found */
    @Transactional
    void reinstate(UserId admin, UserId person, String reason) {
        standings.reinstate(person, admin, reason);
        audit.note(admin, AuditAction.USER_REINSTATED, person, null, reason);
    }

    /** @throws ProblemException already-resolved or not-found */
    @Transactional
    Appeal answer(UserId admin, UUID appealId, ResolveAppealRequest.Answer outcome, String reason) {
        var person = appeals.require(appealId).person();
        register.lock(person);
        if (appeals.require(appealId).state() != AppealState.OPEN) {
            throw new AlreadyResolvedException();
        }
        if (outcome == ResolveAppealRequest.Answer.GRANTED) {
            standings.reinstate(person, admin, reason);
            audit.note(admin, AuditAction.APPEAL_GRANTED, person, appealId, reason);
            return appeals.require(appealId);
        }
        audit.note(admin, AuditAction.APPEAL_REFUSED, person, appealId, reason);
        return appeals.refuse(appealId, admin, reason);
    }
}
