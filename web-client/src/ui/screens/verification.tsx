import { useState } from "preact/hooks";
import { hasCode } from "../../api/problem";
import { text } from "../../text";
import { useApp } from "../context";
import { Field, Heading } from "../parts/controls";
import { Form, useSending } from "../parts/form";
import { Icon } from "../parts/icon";
import { say } from "../parts/toast";
import { go } from "../router";

/** Confirming one's e-mail address with a code from the mailbox. */
export function Verification() {
  const { session } = useApp();
  const account = session.account.value;
  const [code, setCode] = useState("");
  const asking = useSending(async () => {
    await session.call("/auth/email/verification", { method: "POST" }).catch((refused: unknown) => {
      if (!hasCode(refused, "already-verified")) throw refused;
      session.emailConfirmed();
    });
    say(text.verification.sent);
  });
  const confirming = useSending(async () => {
    await session.call("/auth/email/verify", { method: "POST", body: { code } });
    session.emailConfirmed();
    say(text.verification.done);
    go("/");
  });
  return (
    <main id="main" class="page">
      <header>
        <Heading>{text.verification.title}</Heading>
        <p class="muted">{account?.email}</p>
      </header>
      {account?.emailVerified ? (
        <p class="notice">
          <Icon name="check" />
          {text.verification.done}
        </p>
      ) : (
        <>
          <Form sending={asking} submit={text.verification.send} kind="outline">
            <p>{text.verification.lead}</p>
          </Form>
          <Form sending={confirming} submit={text.verification.submit} disabled={code.trim() === ""}>
            <Field
              label={text.code.label}
              hint={text.code.hint}
              autocomplete="one-time-code"
              maxLength={32}
              value={code}
              onValue={setCode}
              wrong={confirming.wrong("code")}
            />
          </Form>
        </>
      )}
    </main>
  );
}
