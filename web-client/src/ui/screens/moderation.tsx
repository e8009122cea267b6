import { useState } from "preact/hooks";
import { hasCode } from "../../api/problem";
import type {
  Appeal,
  AppealAnswer,
  Encounter,
  KnownPerson,
  Page,
  Report,
  Resolution,
  Suspending,
} from "../../api/types";
import { text } from "../../text";
import { useApp } from "../context";
import { Button, Dialog, Empty, ErrorNotice, Field, Heading, Skeleton } from "../parts/controls";
import { Icon } from "../parts/icon";
import { useLoaded } from "../parts/loaded";
import { say } from "../parts/toast";

type Decision =
  | { kind: "dismiss" | "uphold"; report: Report }
  | { kind: "suspend"; report: Report; person: KnownPerson }
  | { kind: "grant" | "refuse"; appeal: Appeal };

const DAY_SECONDS = 86_400;

/** What was reported, with what the services know of it, and what suspended people say. For admins. */
export function Moderation() {
  const { session } = useApp();
  const [decision, setDecision] = useState<Decision | null>(null);
  const reports = useLoaded(() => session.call<Page<Report>>("/admin/reports?status=open"));
  const appeals = useLoaded(() => session.call<Page<Appeal>>("/admin/appeals?status=open"));
  const load = () => Promise.all([reports.reload(), appeals.reload()]);
  const error = reports.error ?? appeals.error;
  const nothing = reports.value?.items.length === 0 && appeals.value?.items.length === 0;
  return (
    <main id="main" class="page">
      <header>
        <Heading>{text.admin.title}</Heading>
      </header>
      <ErrorNotice error={error} onRetry={load} />
      {reports.loading && <Skeleton height={220} />}
      {nothing && <Empty icon="check" title={text.admin.empty} lead={text.admin.emptyLead} />}
      <ul class="stack">
        {reports.value?.items.map((report) => (
          <ReportCard key={report.reportId} report={report} onDecide={setDecision} />
        ))}
        {appeals.value?.items.map((appeal) => (
          <AppealCard key={appeal.appealId} appeal={appeal} onDecide={setDecision} />
        ))}
      </ul>
      {decision && (
        <DecisionDialog
          decision={decision}
          onClose={() => setDecision(null)}
          onDone={() => {
            setDecision(null);
            say(text.common.saved);
            load();
          }}
        />
      )}
    </main>
  );
}

function nameOf(person: KnownPerson | null): string {
  return person?.displayName ?? (person ? text.common.erased : text.admin.notKnownYet);
}

function ReportCard({ report, onDecide }: { report: Report; onDecide: (decision: Decision) => void }) {
  const reasons: Record<string, string> = text.report.reasons;
  const { reported } = report;
  return (
    <li class="card stack">
      <div>
        <h2>{report.reason ? (reasons[report.reason] ?? report.reason) : text.admin.panic}</h2>
        <p class="muted small">
          {new Date(report.createdAt).toLocaleString([], { dateStyle: "medium", timeStyle: "short" })}
        </p>
      </div>
      <p>
        <strong>{text.admin.against}:</strong> {nameOf(reported)}
        {reported?.standing && reported.standing !== "good" && <span class="muted"> ({reported.standing})</span>}
        <br />
        <strong>{text.admin.by}:</strong> {nameOf(report.reporter)}
      </p>
      {report.details && <blockquote class="notice">{report.details}</blockquote>}
      <EvidenceOf report={report} />
      <div class="actions">
        <Button kind="small outline" onPress={() => onDecide({ kind: "dismiss", report })}>
          {text.admin.dismiss}
        </Button>
        <Button kind="small outline" onPress={() => onDecide({ kind: "uphold", report })}>
          {text.admin.uphold}
        </Button>
        {reported && (
          <Button kind="small danger" onPress={() => onDecide({ kind: "suspend", report, person: reported })}>
            {text.admin.suspend}
          </Button>
        )}
      </div>
    </li>
  );
}

/** How the meeting went, and the last that the two wrote to each other. */
function EvidenceOf({ report }: { report: Report }) {
  const { interaction, chat } = report.evidence;
  const messages = chat?.messages ?? [];
  if (!interaction && messages.length === 0) return <p class="muted">{text.admin.gathering}</p>;
  return (
    <details>
      <summary>{text.admin.evidence}</summary>
      <div class="stack">
        {interaction && <Facts encounter={interaction} />}
        {messages.length > 0 && <h3>{text.admin.wrote}</h3>}
        {messages.map((message) => {
          const byReporter = message.senderId === report.reporter.userId;
          return (
            <div key={message.messageId} class={byReporter ? "quote mine" : "quote"}>
              <p class="muted small">{nameOf(byReporter ? report.reporter : report.reported)}</p>
              <p class={byReporter ? "bubble mine" : "bubble"}>{message.body ?? text.chat.deleted}</p>
            </div>
          );
        })}
      </div>
    </details>
  );
}

function Facts({ encounter }: { encounter: Encounter }) {
  return (
    <dl class="facts">
      {factsOf(encounter).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function factsOf(encounter: Encounter): [string, string][] {
  const { facts } = text.admin;
  const { startedAt, endReason, endedBy, woman, man } = encounter;
  const ender = [woman, man].find((person) => person?.userId === endedBy)?.displayName;
  const began = startedAt
    ? new Date(startedAt).toLocaleString([], { dateStyle: "medium", timeStyle: "medium" })
    : facts.never;
  return [
    [facts.intent, encounter.intent ?? ""],
    [facts.began, began],
    [facts.lasted, text.call.left(encounter.durationSeconds ?? 0)],
    [facts.ended, text.admin.endedBy(endReason ?? "", endedBy ? ender : undefined)],
    [facts.video, videoOf(encounter)],
  ];
}

function videoOf({ videoApproved, videoRequested }: Encounter): string {
  const { facts } = text.admin;
  if (videoApproved) return facts.videoShown;
  return videoRequested ? facts.videoAsked : facts.videoNever;
}

function AppealCard({ appeal, onDecide }: { appeal: Appeal; onDecide: (decision: Decision) => void }) {
  return (
    <li class="card stack">
      <h2>{text.admin.appeal(nameOf(appeal.person))}</h2>
      <blockquote class="notice">{appeal.text}</blockquote>
      <div class="actions">
        <Button kind="small outline" onPress={() => onDecide({ kind: "refuse", appeal })}>
          {text.admin.refuse}
        </Button>
        <Button kind="small primary" onPress={() => onDecide({ kind: "grant", appeal })}>
          {text.admin.grant}
        </Button>
      </div>
    </li>
  );
}

interface DialogProps {
  decision: Decision;
  onClose: () => void;
  onDone: () => void;
}

/** No decision without a reason: it is kept for good. */
function DecisionDialog({ decision, onClose, onDone }: DialogProps) {
  const { session } = useApp();
  const [reason, setReason] = useState("");
  const [days, setDays] = useState("7");
  const [error, setError] = useState<unknown>();
  const decide = async () => {
    const resolve = (report: Report, body: Resolution) =>
      session.call(`/admin/reports/${report.reportId}/resolve`, { method: "POST", body });
    switch (decision.kind) {
      case "dismiss":
        await resolve(decision.report, { outcome: "dismissed", reason });
        break;
      case "uphold":
        await resolve(decision.report, { outcome: "upheld", reason });
        break;
      case "suspend": {
        const body: Suspending = { reason, ...(days === "" ? {} : { seconds: Number(days) * DAY_SECONDS }) };
        await session
          .call(`/admin/users/${decision.person.userId}/suspend`, { method: "POST", body })
          .catch(unless("already-suspended"));
        await resolve(decision.report, { outcome: "upheld", reason });
        break;
      }
      default: {
        const body: AppealAnswer = { outcome: decision.kind === "grant" ? "granted" : "refused", reason };
        await session.call(`/admin/appeals/${decision.appeal.appealId}/resolve`, { method: "POST", body });
      }
    }
    onDone();
  };
  return (
    <Dialog title={text.admin.titles[decision.kind]} onClose={onClose}>
      {decision.kind === "suspend" && (
        <div class="field">
          <label for="days">{text.admin.howLong}</label>
          <select id="days" class="input" value={days} onChange={(event) => setDays(event.currentTarget.value)}>
            <option value="1">{text.admin.days(1)}</option>
            <option value="7">{text.admin.days(7)}</option>
            <option value="30">{text.admin.days(30)}</option>
            <option value="">{text.admin.forGood}</option>
          </select>
        </div>
      )}
      <Field
        label={text.admin.reason}
        hint={text.admin.reasonHint}
        required
        maxLength={1000}
        value={reason}
        onValue={setReason}
      />
      <ErrorNotice error={error} />
      <div class="actions end">
        <Button onPress={onClose}>{text.common.cancel}</Button>
        <Button
          kind={decision.kind === "suspend" ? "danger" : "primary"}
          disabled={reason.trim() === ""}
          onPress={decide}
          onError={setError}
        >
          <Icon name="check" />
          {text.admin.confirm}
        </Button>
      </div>
    </Dialog>
  );
}

/** A second try, after the first got half of the way. */
function unless(code: string): (error: unknown) => void {
  return (error) => {
    if (!hasCode(error, code)) throw error;
  };
}
