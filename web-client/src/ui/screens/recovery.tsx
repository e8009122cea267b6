import { useState } from "preact/hooks";
import { ask } from "../../api/http";
import type { NewPassword } from "../../api/types";
import { text } from "../../text";
import { useApp } from "../context";
import { Field } from "../parts/controls";
import { Form, FormPage, useSending } from "../parts/form";
import { go } from "../router";

/** A forgotten password: first a code to the mailbox, then a new password for it. */
export function Recovery() {
  const [email, setEmail] = useState("");
  const [sent, setSent] = useState(false);
  return (
    <FormPage title={text.recovery.title}>
      {sent ? (
        <>
          <ChoosePassword email={email} />
          <button type="button" class="button quiet" onClick={() => setSent(false)}>
            {text.recovery.again}
          </button>
        </>
      ) : (
        <AskForCode email={email} onEmail={setEmail} onSent={() => setSent(true)} />
      )}
      <p>
        <a href="#/login">{text.recovery.back}</a>
      </p>
    </FormPage>
  );
}

interface AskForCodeProps {
  email: string;
  onEmail: (email: string) => void;
  onSent: () => void;
}

function AskForCode({ email, onEmail, onSent }: AskForCodeProps) {
  const sending = useSending(async () => {
    await ask("/auth/password/reset-code", { method: "POST", body: { email } });
    onSent();
  });
  return (
    <Form sending={sending} submit={text.recovery.send}>
      <p class="muted">{text.recovery.lead}</p>
      <Field
        label={text.login.email}
        type="email"
        autocomplete="username"
        required
        maxLength={254}
        value={email}
        onValue={onEmail}
        wrong={sending.wrong("email")}
      />
    </Form>
  );
}

function ChoosePassword({ email }: { email: string }) {
  const { session } = useApp();
  const [code, setCode] = useState("");
  const [newPassword, setNewPassword] = useState("");
  const sending = useSending(async () => {
    const body: NewPassword = { email, code, newPassword };
    await ask("/auth/password/reset", { method: "POST", body });
    await session.logIn(email, newPassword);
    go("/");
  });
  return (
    <Form sending={sending} submit={text.recovery.submit}>
      <p class="notice" role="status">
        {text.recovery.sent(email)}
      </p>
      <Field
        label={text.code.label}
        hint={text.code.hint}
        autocomplete="one-time-code"
        required
        maxLength={32}
        value={code}
        onValue={setCode}
        wrong={sending.wrong("code")}
      />
      <Field
        label={text.recovery.next}
        hint={text.register.passwordHint}
        type="password"
        autocomplete="new-password"
        required
        minLength={10}
        value={newPassword}
        onValue={setNewPassword}
        wrong={sending.wrong("newPassword")}
      />
    </Form>
  );
}
