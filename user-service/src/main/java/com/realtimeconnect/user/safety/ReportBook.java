package com.realtimeconnect.user.safety;

import com.realtimeconnect.common.identity.InteractionId;
import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.identity.Uuids;
import com.realtimeconnect.common.outbox.Outbox;
import com.realtimeconnect.common.problem.ProblemException;
import com.realtimeconnect.common.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes reports down: each with the fact that it is to be looked into, and a panic with the block. */
@Component
class ReportBook {

    /** While meetings cannot be verified, nobody needs more of these, and nobody can fill the table. */
    private static final int UNVERIFIED_AT_ONCE = 5;

    private static final Logger log = LoggerFactory.getLogger(ReportBook.class);

    private final ReportRepository reports;
    private final PanicBlocks blocks;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;
    private final Clock clock;

    ReportBook(
            ReportRepository reports,
            PanicBlocks blocks,
            Outbox outbox,
            ApplicationEventPublisher events,
            MeterRegistry meters,
            Clock clock) {
        this.reports = reports;
        this.blocks = blocks;
        this.outbox = outbox;
        this.events = events;
        this.meters = meters;
        this.clock = clock;
    }

    /** What this person has said about this interaction. @throws ProblemException not-found, if that proved untrue */
    Optional<Report> find(UserId reporter, InteractionId interaction) {
        var found = reports.find(reporter, interaction);
        if (found.isPresent() && found.get().state() == ReportState.DISCARDED) {
            throw notYours();
        }
        return found;
    }

    boolean canBeReported(Meeting meeting, UserId reporter) {
        return meeting.canBeReportedBy(reporter, now());
    }

    /** @param meeting null while it cannot be told who met whom */
    @Transactional
    ReportDesk.Filed file(
            UserId reporter,
            InteractionId interaction,
            @Nullable Meeting meeting,
            ReportReason reason,
            @Nullable String details) {
        var report = report(reporter, interaction, meeting, reason, details, false);
        if (!insert(report)) {
            return new ReportDesk.Filed(repeat(existing(reporter, interaction), reason, details), false);
        }
        return new ReportDesk.Filed(existing(reporter, interaction), true);
    }

    /** The same again is no error, and to a panic it may be added once what happened. */
    @Transactional
    Report repeat(Report before, ReportReason reason, @Nullable String details) {
        if (before.panic() && before.reason() == null) {
            reports.describe(before.id(), reason, details);
        }
        var now = require(before.id());
        if (!now.says(reason, details)) {
            throw new AlreadyReportedException();
        }
        return now;
    }

    /**
     * Notes a panic, in place of a report or added to it, and blocks the other one if it is known who that is.
     *
     * @param meeting null while that cannot be told
     */
    @Transactional
    Report panic(UserId reporter, InteractionId interaction, @Nullable Meeting meeting) {
        var report = report(reporter, interaction, meeting, null, null, true);
        if (!insert(report)) {
            var before = existing(reporter, interaction);
            reports.notePanic(before.id());
            outbox.publish(Investigation.NAME, new ReportFiled(before.id()));
        }
        var noted = existing(reporter, interaction);
        var peer = meeting == null ? noted.reported() : meeting.peerOf(reporter);
        if (peer != null) {
            blocks.block(reporter, peer);
        }
        return noted;
    }

    private NewReport report(
            UserId reporter,
            InteractionId interaction,
            @Nullable Meeting meeting,
            @Nullable ReportReason reason,
            @Nullable String details,
            boolean panic) {
        var reported = meeting == null ? null : meeting.peerOf(reporter);
        return new NewReport(Uuids.next(), interaction, reporter, reported, reason, details, panic, now());
    }

    private boolean insert(NewReport report) {
        if (report.state() == ReportState.UNVERIFIED
                && reports.find(report.reporter(), report.interactionId()).isEmpty()
                && reports.countUnverified(report.reporter()) >= UNVERIFIED_AT_ONCE) {
            throw Problems.unavailable("It cannot be told just now whom you met");
        }
        if (!reports.insert(report)) {
            return false;
        }
        outbox.publish(Investigation.NAME, new ReportFiled(report.id()));
        if (report.reported() != null) {
            events.publishEvent(
                    new ReportVerified(report.id(), report.interactionId(), report.reporter(), report.reported()));
        }
        meters.counter("connect.reports", "kind", report.panic() ? "panic" : "report")
                .increment();
        log.atInfo()
                .addKeyValue("reportId", report.id())
                .addKeyValue("interactionId", report.interactionId())
                .addKeyValue("panic", report.panic())
                .addKeyValue("state", report.state())
                .log("Report filed");
        return true;
    }

    private Report existing(UserId reporter, InteractionId interaction) {
        return find(reporter, interaction).orElseThrow();
    }

    private Report require(UUID id) {
        return reports.find(id).orElseThrow();
    }

    static ProblemException notYours() {
        return Problems.notFound("There is no such interaction of yours");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
