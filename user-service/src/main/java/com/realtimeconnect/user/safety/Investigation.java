package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.outbox.FactHandler;
import com.realtimeconnect.common.problem.ProblemException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Looks into a report until everything is known: whether the two had met, how that went, and what they wrote to each other.
 * Each part is kept as soon as it is there, so that a service that is down costs its own part only, for as long as it is.
 */
@Component
class Investigation implements FactHandler<ReportFiled> {

    static final String NAME = "investigate-report";

    private final ReportRepository reports;
    private final Findings findings;
    private final Meetings meetings;
    private final ChatExcerpts chats;

    Investigation(ReportRepository reports, Findings findings, Meetings meetings, ChatExcerpts chats) {
        this.reports = reports;
        this.findings = findings;
        this.meetings = meetings;
        this.chats = chats;
    }

    @Override
    public void deliver(ReportFiled filed) {
        var report = reports.find(filed.reportId());
        if (report.isEmpty()
                || report.get().state() == ReportState.DISCARDED
                || report.get().evidence().isComplete()) {
            return;
        }
        ProblemException interactionSilent = null;
        try {
            lookIntoMeeting(report.get());
        } catch (ProblemException silent) {
            interactionSilent = silent;
        }
        reports.find(filed.reportId()).ifPresent(this::lookIntoChat);
        if (interactionSilent != null) {
            throw interactionSilent;
        }
    }

    private void lookIntoMeeting(Report report) {
        if (report.evidence().interaction() != null) {
            return;
        }
        var account = ended(report);
        if (account.isEmpty()) {
            findings.noSuchMeeting(report);
            return;
        }
        var meeting = meetings.read(account.get());
        if (meeting.canBeReportedBy(report.reporter(), report.createdAt())) {
            findings.met(report, meeting.peerOf(report.reporter()), account.get());
        } else {
            findings.noSuchMeeting(report);
        }
    }

    /** What happened in the interaction, after it was ended if it went on. */
    private Optional<String> ended(Report report) {
        var account = meetings.account(report.interactionId());
        if (account.isEmpty()) {
            return account;
        }
        var meeting = meetings.read(account.get());
        if (meeting.endedAt() != null || !meeting.canBeReportedBy(report.reporter(), report.createdAt())) {
            return account;
        }
        meetings.cut(report.interactionId(), report.reporter());
        return meetings.account(report.interactionId());
    }

    private void lookIntoChat(Report report) {
        var reported = report.reported();
        if (reported != null && report.evidence().chat() == null) {
            reports.keepChat(report.id(), chats.between(report.reporter(), reported));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<ReportFiled> payloadType() {
        return ReportFiled.class;
    }
}
