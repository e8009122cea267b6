import { useState } from "preact/hooks";
import { hasCode, ProblemError } from "../../api/problem";
import { text } from "../../text";
import { useApp } from "../context";
import { Field } from "../parts/controls";
import { Form, FormPage, useSending } from "../parts/form";
import { Suspended } from "../parts/suspended";
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
