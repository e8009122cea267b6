import { useState } from "preact/hooks";
import type { ReportReason } from "../../api/types";
import { text } from "../../text";
import { useApp } from "../context";
import { Button, Dialog, ErrorNotice } from "./controls";
import { say } from "./toast";

interface About {
  userId: string;
  name: string;
  onClose: () => void;
  onDone?: () => void;
}

export function BlockDialog({ userId, name, onClose, onDone }: About) {
  const { safety, calls } = useApp();
  const [error, setError] = useState<unknown>();
  const isInCall = calls.view.value?.phase === "active";
  const block = async () => {
    await safety.block(userId);
    say(text.report.blocked);
    onClose();
    onDone?.();
  };
  return (
    <Dialog title={text.report.blockTitle(name)} onClose={onClose}>
      <p>
        {isInCall && text.report.blockEndsCall} {text.report.blockLead}
      </p>
      <ErrorNotice error={error} />
      <div class="actions end">
        <Button onPress={onClose}>{text.common.cancel}</Button>
        <Button kind="danger" onPress={block} onError={setError}>
          {text.report.blockConfirm}
        </Button>
      </div>
    </Dialog>
  );
}

interface Meeting extends About {
  interactionId: string;
  /** Whether that is done already. */
  blocked?: boolean;
}

export function ReportDialog({ interactionId, userId, name, blocked = false, onClose }: Meeting) {
  const { safety } = useApp();
  const [reason, setReason] = useState<ReportReason>("harassment");
  const [details, setDetails] = useState("");
  const [alsoBlock, setAlsoBlock] = useState(!blocked);
  const [error, setError] = useState<unknown>();
  const send = async () => {
    const words = details.trim();
    await safety.report({ interactionId, reason, ...(words ? { details: words } : {}) });
    if (alsoBlock) await safety.block(userId);
    say(text.report.sent);
    onClose();
  };
  return (
    <Dialog title={text.report.title(name)} onClose={onClose}>
      <p class="muted">{text.report.lead}</p>
      <fieldset class="stack tight">
        <legend class="legend">{text.report.reason}</legend>
        {Object.entries(text.report.reasons).map(([value, label]) => (
          <label class="check" key={value}>
            <input
              type="radio"
              name="reason"
              checked={reason === value}
              onChange={() => setReason(value as ReportReason)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for="report-details">{text.report.details}</label>
        <textarea
          id="report-details"
          class="input"
          maxLength={1000}
          value={details}
          onInput={(event) => setDetails(event.currentTarget.value)}
        />
      </div>
      {!blocked && (
        <label class="check">
          <input type="checkbox" checked={alsoBlock} onChange={(event) => setAlsoBlock(event.currentTarget.checked)} />
          {text.report.alsoBlock}
        </label>
      )}
      <ErrorNotice error={error} />
      <div class="actions end">
        <Button onPress={onClose}>{text.common.cancel}</Button>
        <Button kind="danger" onPress={send} onError={setError}>
          {text.report.submit}
        </Button>
      </div>
    </Dialog>
  );
}
