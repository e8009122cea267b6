package com.realtimeconnect.user.moderation;

import com.realtimeconnect.common.identity.UserId;
import com.realtimeconnect.common.page.Cursor;
import com.realtimeconnect.common.page.Page;
import com.realtimeconnect.common.page.PageRequest;
import com.realtimeconnect.user.account.AccountDirectory;
import com.realtimeconnect.user.account.PublicIdentity;
import com.realtimeconnect.user.audit.AuditAction;
import com.realtimeconnect.user.audit.AuditTrail;
import com.realtimeconnect.user.safety.Report;
import com.realtimeconnect.user.safety.Reports;
import com.realtimeconnect.user.standing.Appeal;
import com.realtimeconnect.user.standing.Appeals;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What waits for admins, oldest first. Reading it is noted too: there are private words in it. */
@Component
class Queues {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Reports reports;
    private final Appeals appeals;
    private final AccountDirectory accounts;
    private final AuditTrail audit;

    Queues(Reports reports, Appeals appeals, AccountDirectory accounts, AuditTrail audit) {
        this.reports = reports;
        this.appeals = appeals;
        this.accounts = accounts;
        this.audit = audit;
    }

    @Transactional
    Page<ReportView> reports(UserId admin, QueueStatus status, PageRequest page) {
        var rows = reports.find(status.reports(), after(page), page.limit() + 1);
        var known = known(rows);
        audit.note(admin, AuditAction.REPORTS_READ, null, null, status.word());
        return Page.of(rows, page.limit(), report -> ReportView.of(report, known), report -> Cursor.of(report.id()));
    }

    ReportView view(Report report) {
        return ReportView.of(report, known(List.of(report)));
    }

    @Transactional
    Page<AppealView> appeals(UserId admin, QueueStatus status, PageRequest page) {
        var rows = status.appeals().isEmpty()
                ? List.<Appeal>of()
                : appeals.find(status.appeals(), after(page), page.limit() + 1);
        var known = identities(rows.stream().map(Appeal::person).toList());
        audit.note(admin, AuditAction.APPEALS_READ, null, null, status.word());
        return Page.of(
                rows,
                page.limit(),
                appeal -> AppealView.of(appeal, known.get(appeal.person())),
                appeal -> Cursor.of(appeal.id()));
    }

    AppealView view(Appeal appeal) {
        return AppealView.of(appeal, identities(List.of(appeal.person())).get(appeal.person()));
    }

    private Map<UserId, PublicIdentity> known(List<Report> shown) {
        return identities(shown.stream()
                .flatMap(report -> Stream.of(report.reporter(), report.reported()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    private Map<UserId, PublicIdentity> identities(Collection<UserId> people) {
        return accounts.publicIdentities(people);
    }

    private static UUID after(PageRequest page) {
        var cursor = page.cursor();
        return cursor == null ? BEFORE_ALL : cursor.uuid(0);
    }
}
