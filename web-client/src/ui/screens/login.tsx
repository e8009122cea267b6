import { useState } from "preact/hooks";
import { ask } from "../../api/http";
import { hasCode, type Problem, ProblemError } from "../../api/problem";
import type { AppealOfMine } from "../../api/types";
import { text } from "../../text";
import { useApp } from "../context";
import { Button, ErrorNotice, Field } from "../parts/controls";
import { Form, FormPage, useSending } from "../parts/form";
import { Icon } from "../parts/icon";
import { go } from "../router";

export function LogIn() {
  const { session } = useApp();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const sending = useSending(async () => {
    await session.logIn(email, password);
    go("/");
  });
  const { error } = sending;
  const ended = session.ended.value;
  const suspension = error instanceof ProblemError && hasCode(error, "suspended") ? error.problem : null;
  return (
    <FormPage title={text.login.title}>
      {ended && !error && (
        <p class="notice warn" role="status">
          {text.login[ended]}
        </p>
      )}
      <Form
        sending={sending}
        submit={text.login.submit}
        busy={text.login.busy}
        {...(suspension ? { notice: null } : {})}
      >
        <Field
          label={text.login.email}
          type="email"
          autocomplete="username"
          required
          value={email}
          onValue={setEmail}
        />
        <Field
          label={text.login.password}
          type="password"
          autocomplete="current-password"
          required
          value={password}
          onValue={setPassword}
        />
      </Form>
      {suspension && <Suspended problem={suspension} email={email} password={password} />}
      <p>
        <a href="#/forgotten">{text.login.forgotten}</a>
      </p>
      <p>
        {text.login.other} <a href="#/register">{text.login.otherLink}</a>
      </p>
    </FormPage>
  );
}

interface SuspendedProps {
  problem: Problem;
  email: string;
  password: string;
}

/** Why, how long, and the one thing that can be done: to say something to it, once. */
function Suspended({ problem, email, password }: SuspendedProps) {
  const [sent, setSent] = useState(false);
  const { reason, until, appealState, appealAnswer } = problem;
  const end = until ? new Date(until).toLocaleString([], { dateStyle: "long", timeStyle: "short" }) : null;
  return (
    <div class="notice warn" role="alert">
      <Icon name="alert" />
      <div>
        <strong>{text.login.suspendedUntil(end)}</strong>
        {reason && <p>{text.login.suspendedReason(reason)}</p>}
        {appealAnswer && <p>{text.login.appealAnswer(appealAnswer)}</p>}
        {(sent || appealState === "open") && <p>{text.login.appealSent}</p>}
        {!sent && appealState === "none" && (
          <Appealing email={email} password={password} onSent={() => setSent(true)} />
        )}
      </div>
    </div>
  );
}

function Appealing({ email, password, onSent }: Omit<SuspendedProps, "problem"> & { onSent: () => void }) {
  const [words, setWords] = useState("");
  const [error, setError] = useState<unknown>();
  const send = async () => {
    const body: AppealOfMine = { email, password, text: words };
    await ask("/auth/appeal", { method: "POST", body });
    onSent();
  };
  return (
    <>
      <div class="field">
        <label for="appeal">{text.login.appeal}</label>
        <textarea
          id="appeal"
          class="input"
          maxLength={2000}
          aria-describedby="appeal-hint"
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <p class="hint" id="appeal-hint">
          {text.login.appealHint}
        </p>
      </div>
      <ErrorNotice error={error} />
      <Button kind="small outline" disabled={words.trim() === ""} onPress={send} onError={setError}>
        {text.login.appealSend}
      </Button>
    </>
  );
}
