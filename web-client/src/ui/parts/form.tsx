import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { ProblemError } from "../../api/problem";
import { text } from "../../text";
import { Button, ErrorNotice, Heading } from "./controls";
import { Mark } from "./icon";

/** How it goes with what a form sends. */
export interface Sending {
  busy: boolean;
  error: unknown;
  /** What is wrong with one field, if that is why it was refused. */
  wrong: (field: string) => string | undefined;
  send: () => Promise<void>;
}

export function useSending(action: () => Promise<unknown>): Sending {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const send = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await action();
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  const wrong = (field: string) => (error instanceof ProblemError ? error.ofField(field) : undefined);
  return { busy, error, wrong, send };
}

interface FormProps {
  sending: Sending;
  submit: string;
  busy?: string;
  kind?: string;
  disabled?: boolean;
  /** Said instead of the error; null if it is said beside a field. */
  notice?: ComponentChildren;
  children: ComponentChildren;
}

/** Fields, what is wrong with them as a whole, and the button that sends them. */
export function Form({ sending, submit, busy = submit, kind = "primary wide", disabled, notice, children }: FormProps) {
  const { error } = sending;
  const isSaidAtFields = error instanceof ProblemError && (error.problem.errors?.length ?? 0) > 0;
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!sending.busy) sending.send();
      }}
    >
      {children}
      {notice !== undefined ? notice : !isSaidAtFields && <ErrorNotice error={error} />}
      <Button type="submit" kind={kind} disabled={disabled || sending.busy}>
        {sending.busy ? busy : submit}
      </Button>
    </form>
  );
}

export function Brand() {
  return (
    <header>
      <a class="brand" href="#/">
        <Mark />
        {text.product}
      </a>
    </header>
  );
}

/** A screen with a form for people who are not logged in. */
export function FormPage({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="outside">
      <Brand />
      <main id="main" class="form-page stack">
        <Heading>{title}</Heading>
        {children}
      </main>
    </div>
  );
}
