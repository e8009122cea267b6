package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.identity.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what an investigation found, and what follows from it, in one step each. */
@Component
class Findings {

    private static final Logger log = LoggerFactory.getLogger(Findings.class);

    private final ReportRepository reports;
    private final PanicBlocks blocks;
    private final ApplicationEventPublisher events;

    Findings(ReportRepository reports, PanicBlocks blocks, ApplicationEventPublisher events) {
        this.reports = reports;
        this.blocks = blocks;
        this.events = events;
    }

    /** The two had met. A report that waited for this now counts, and a panic blocks. */
    @Transactional
    void met(Report report, UserId reported, String account) {
        if (reports.verify(report.id(), reported)) {
            if (reports.lock(report.id()).filter(Report::panic).isPresent()) {
                blocks.block(report.reporter(), reported);
            }
            events.publishEvent(new ReportVerified(report.id(), report.interactionId(), report.reporter(), reported));
            log.atInfo().addKeyValue("reportId", report.id()).log("Report verified");
        }
        reports.keepInteraction(report.id(), account);
    }

    /** There was no such meeting. What another service vouched for stays; else the report is worth nothing. */
    @Transactional
    void noSuchMeeting(Report report) {
        if (report.state() == ReportState.UNVERIFIED) {
            reports.discard(report.id());
            log.atInfo().addKeyValue("reportId", report.id()).log("Report discarded");
        } else {
            reports.keepInteraction(report.id(), "{}");
        }
    }
}
