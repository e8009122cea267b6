import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { hasCode, OfflineError, type Problem, ProblemError } from "../../api/problem";
import { text } from "../../text";
import { Icon } from "./icon";

/** The heading of a screen. It takes the focus, so that a screen reader begins with it. */
export function Heading({ children }: { children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h1 tabIndex={-1} ref={heading}>
      {children}
    </h1>
  );
}

export function Spinner({ label = text.common.loading }: { label?: string }) {
  return (
    <span role="status">
      <span class="spinner" aria-hidden="true" style={{ display: "inline-block" }} />
      <span class="hidden-text">{label}</span>
    </span>
  );
}

export function Skeleton({ height }: { height: number }) {
  return <div class="skeleton" style={{ height: `${height}px` }} />;
}

interface FieldProps {
  label: string;
  type?: "text" | "email" | "password" | "date";
  autocomplete?: "username" | "current-password" | "new-password" | "given-name" | "bday" | "one-time-code" | "off";
  required?: boolean;
  maxLength?: number;
  minLength?: number;
  max?: string;
  value: string;
  onValue: (value: string) => void;
  hint?: string | undefined;
  wrong?: string | undefined;
}

export function Field({ label, type = "text", value, onValue, hint, wrong, ...input }: FieldProps) {
  const id = useId();
  const about = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...input}
        // The types want one branch for each kind of input.
        type={type as "text"}
        id={id}
        class="input"
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
        aria-invalid={wrong ? "true" : undefined}
        aria-describedby={about || undefined}
      />
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}

/** What a failed call means to the person in front of it, and the number to ask about it if that is not clear. */
export function explain(error: unknown): { message: string; correlationId?: string | undefined } {
  if (error instanceof OfflineError) return { message: text.states.noAnswer };
  if (!(error instanceof ProblemError)) return { message: text.states.error };
  const { problem } = error;
  const expected = expectedOf(problem);
  if (expected) return { message: expected };
  const detail = problem.status < 500 ? problem.detail : "";
  return { message: detail || text.states.error, correlationId: problem.correlationId };
}

function expectedOf(problem: Problem): string | undefined {
  const known: Record<string, string> = {
    "bad-credentials": text.states.badCredentials,
    "email-taken": text.states.emailTaken,
    "under-age": text.register.underAge,
    "in-call": text.states.inCall,
    "account-suspended": text.login.suspended,
    suspended: text.login.suspended,
    "undecodable-media": text.profile.undecodable,
    "too-large": text.profile.tooLarge,
    "wrong-code": text.code.wrong,
    "email-unverified": text.verification.needed,
    "held-back": text.states.heldBack,
  };
  if (problem.status === 429) return text.states.tooMany(problem.retryAfterSeconds ?? 5);
  return known[problem.code];
}

/** Says what went wrong, with the number that finds it in the logs. */
export function ErrorNotice({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  if (!error) return null;
  const { message, correlationId } = explain(error);
  return (
    <div class="notice bad" role="alert">
      <Icon name="alert" />
      <div>
        <p>{message}</p>
        {hasCode(error, "email-unverified") && <a href="#/confirm">{text.verification.title}</a>}
        {correlationId && <ErrorNumber id={correlationId} />}
        {onRetry && (
          <button type="button" class="button small outline" onClick={onRetry}>
            {text.common.retry}
          </button>
        )}
      </div>
    </div>
  );
}

function ErrorNumber({ id }: { id: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <button
      type="button"
      class="error-number"
      title={text.common.copyId}
      onClick={() => navigator.clipboard?.writeText(id).then(() => setCopied(true))}
    >
      {copied ? text.common.copied : text.states.errorNumber(id)}
    </button>
  );
}

interface ButtonProps {
  kind?: string;
  type?: "button" | "submit";
  title?: string;
  disabled?: boolean;
  "aria-pressed"?: boolean;
  children: ComponentChildren;
  /** While it runs, the button shows that and cannot be pressed again. */
  onPress?: () => unknown;
  onError?: (error: unknown) => void;
}

export function Button({ kind = "", type = "button", onPress, onError, children, disabled, ...button }: ButtonProps) {
  const [busy, setBusy] = useState(false);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  const press = async () => {
    if (busy) return;
    setBusy(true);
    try {
      await onPress?.();
    } catch (error) {
      onError?.(error);
    } finally {
      if (mounted.current) setBusy(false);
    }
  };
  return (
    <button
      {...button}
      type={type}
      class={`button ${kind}`}
      disabled={disabled || busy}
      aria-busy={busy}
      onClick={onPress ? press : undefined}
    >
      {children}
    </button>
  );
}

/** A question in front of everything else. Escape and the backdrop mean no. */
export function Dialog({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div class="dialog-body">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}

export function Empty({
  icon,
  title,
  lead,
  children,
}: {
  icon: "meet" | "people" | "check";
  title: string;
  lead: string;
  children?: ComponentChildren;
}) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <h2>{title}</h2>
      <p>{lead}</p>
      {children}
    </div>
  );
}
