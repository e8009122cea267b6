import { useCallback, useEffect, useState } from "preact/hooks";
import type { Page } from "../../api/types";
import { text } from "../../text";
import { useApp } from "../context";
import { Button, Dialog, Empty, ErrorNotice, Field, Heading, Skeleton } from "../parts/controls";
import { Icon } from "../parts/icon";
import { say } from "../parts/toast";

interface Person {
  userId: string;
  displayName?: string;
  standing?: string;
}

interface Report {
  reportId: string;
  interactionId: string;
  reporter: Person;
  reported: Person | null;
  reason: string | null;
  details: string | null;
  panic: boolean;
  createdAt: string;
  evidence: { interaction: Record<string, unknown> | null; chat: Excerpt | null };
}

interface Excerpt {
  messages?: { messageId: string; senderId: string; body: string | null; sentAt: string }[];
}

interface Appeal {
  appealId: string;
  person: Person;
  text: string;
  createdAt: string;
}

type Decision =
  | { kind: "dismiss" | "uphold"; report: Report }
  | { kind: "suspend"; report: Report; person: Person }
  | { kind: "grant" | "refuse"; appeal: Appeal };

const DAY_SECONDS = 86_400;

/** What was reported, with what the services know of it, and what suspended people say. For admins. */
export function Moderation() {
  const { session } = useApp();
  const [reports, setReports] = useState<Report[] | null>(null);
  const [appeals, setAppeals] = useState<Appeal[]>([]);
  const [decision, setDecision] = useState<Decision | null>(null);
  const [error, setError] = useState<unknown>();
  const load = useCallback(async () => {
    try {
      const [open, waiting] = await Promise.all([
        session.call<Page<Report>>("/admin/reports?status=open"),
        session.call<Page<Appeal>>("/admin/appeals?status=open"),
      ]);
      setReports(open.items);
      setAppeals(waiting.items);
      setError(undefined);
    } catch (failed) {
      setError(failed);
    }
  }, [session]);
  useEffect(() => {
    load();
  }, [load]);
  return (
    <main id="main" class="page">
      <header>
        <Heading>{text.admin.title}</Heading>
      </header>
      <ErrorNotice error={error} onRetry={load} />
      {reports === null && !error && <Skeleton height={220} />}
      {reports?.length === 0 && appeals.length === 0 && (
        <Empty icon="check" title={text.admin.empty} lead={text.admin.emptyLead} />
      )}
      <ul class="stack">
        {reports?.map((report) => (
          <ReportCard key={report.reportId} report={report} onDecide={setDecision} />
        ))}
        {appeals.map((appeal) => (
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

function nameOf(person: Person | null): string {
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
      <Evidence report={report} />
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

/** Whatever the services told, as it is: facts as a list, the last messages as a chat. */
function Evidence({ report }: { report: Report }) {
  const { interaction, chat } = report.evidence;
  const messages = chat?.messages ?? [];
  if (!interaction && messages.length === 0) return <p class="muted">{text.admin.gathering}</p>;
  return (
    <details>
      <summary>{text.admin.evidence}</summary>
      <div class="stack">
        <dl class="facts">
          {Object.entries(interaction ?? {})
            .filter(([, value]) => value !== null && typeof value !== "object")
            .map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{String(value)}</dd>
              </div>
            ))}
        </dl>
        {messages.map((message) => (
          <p key={message.messageId} class={message.senderId === report.reporter.userId ? "bubble mine" : "bubble"}>
            {message.body ?? text.chat.deleted}
          </p>
        ))}
      </div>
    </details>
  );
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
    const post = (path: string, body: object) => session.call(path, { method: "POST", body });
    switch (decision.kind) {
      case "dismiss":
      case "uphold": {
        const outcome = decision.kind === "uphold" ? "upheld" : "dismissed";
        await post(`/admin/reports/${decision.report.reportId}/resolve`, { outcome, reason });
        break;
      }
      case "suspend": {
        const seconds = days === "" ? {} : { seconds: Number(days) * DAY_SECONDS };
        await post(`/admin/users/${decision.person.userId}/suspend`, { reason, ...seconds });
        await post(`/admin/reports/${decision.report.reportId}/resolve`, { outcome: "upheld", reason });
        break;
      }
      default: {
        const outcome = decision.kind === "grant" ? "granted" : "refused";
        await post(`/admin/appeals/${decision.appeal.appealId}/resolve`, { outcome, reason });
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
