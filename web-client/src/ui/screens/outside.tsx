import { useState } from "preact/hooks";
import { ask } from "../../api/http";
import { hasCode, type Problem, ProblemError } from "../../api/problem";
import type { Registration } from "../../api/types";
import { text } from "../../text";
import { useApp } from "../context";
import { Button, ErrorNotice, Field, Heading } from "../parts/controls";
import { Icon, Mark } from "../parts/icon";
import { go } from "../router";

function Brand() {
  return (
    <header>
      <a class="brand" href="#/">
        <Mark />
        {text.product}
      </a>
    </header>
  );
}

export function Welcome() {
  const icons = ["heart", "clock", "shield"] as const;
  return (
    <div class="outside">
      <Brand />
      <main id="main" class="hero">
        <div class="stack">
          <Heading>{text.welcome.title}</Heading>
          <p class="lead">{text.welcome.lead}</p>
          <div class="actions">
            <a class="button primary" href="#/register">
              {text.welcome.join}
            </a>
            <a class="button outline" href="#/login">
              {text.welcome.logIn}
            </a>
          </div>
        </div>
        <ul class="points">
          {text.welcome.points.map(([title, lead], index) => (
            <li key={title}>
              <Icon name={icons[index] ?? "check"} />
              <h2>{title}</h2>
              <p>{lead}</p>
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
}

export function LogIn() {
  const { session } = useApp();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await session.logIn(email, password);
      go("/");
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };
  const ended = session.ended.value;
  return (
    <div class="outside">
      <Brand />
      <main id="main" class="form-page stack">
        <Heading>{text.login.title}</Heading>
        {ended && !error && (
          <p class="notice warn" role="status">
            {text.login[ended]}
          </p>
        )}
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
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
          {hasCode(error, "suspended") ? (
            <Suspended problem={(error as ProblemError).problem} email={email} password={password} />
          ) : (
            <ErrorNotice error={error} />
          )}
          <Button type="submit" kind="primary wide" disabled={busy}>
            {busy ? text.login.busy : text.login.submit}
          </Button>
        </form>
        <p>
          {text.login.other} <a href="#/register">{text.login.otherLink}</a>
        </p>
      </main>
    </div>
  );
}

/** Why, how long, and the one thing that can be done: to say something to it, once. */
function Suspended({ problem, email, password }: { problem: Problem; email: string; password: string }) {
  const [words, setWords] = useState("");
  const [sent, setSent] = useState(false);
  const [error, setError] = useState<unknown>();
  const until = problem.until
    ? new Date(problem.until).toLocaleString([], { dateStyle: "long", timeStyle: "short" })
    : null;
  const appeal = async () => {
    await ask("/auth/appeal", { method: "POST", body: { email, password, text: words } });
    setSent(true);
  };
  return (
    <div class="notice warn" role="alert">
      <Icon name="alert" />
      <div>
        <strong>{text.login.suspendedUntil(until)}</strong>
        {problem.reason && <p>{text.login.suspendedReason(problem.reason)}</p>}
        {problem.appealAnswer && <p>{text.login.appealAnswer(problem.appealAnswer)}</p>}
        {(sent || problem.appealState === "open") && <p>{text.login.appealSent}</p>}
        {!sent && problem.appealState === "none" && (
          <>
            <Field
              label={text.login.appeal}
              hint={text.login.appealHint}
              maxLength={2000}
              value={words}
              onValue={setWords}
            />
            <ErrorNotice error={error} />
            <Button kind="small outline" disabled={words.trim() === ""} onPress={appeal} onError={setError}>
              {text.login.appealSend}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}

const FIELDS = ["displayName", "email", "password", "birthDate", "role"];

export function Register() {
  const { session } = useApp();
  const [form, setForm] = useState<Partial<Registration>>({});
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const set = (name: keyof Registration) => (value: string) => setForm((before) => ({ ...before, [name]: value }));
  const wrong = (name: string) => (error instanceof ProblemError ? error.ofField(name) : undefined);
  const isAboutFields = error instanceof ProblemError && FIELDS.some((field) => wrong(field));
  const submit = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await session.register(form as Registration);
      go("/profile");
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };
  return (
    <div class="outside">
      <Brand />
      <main id="main" class="form-page stack">
        <Heading>{text.register.title}</Heading>
        <form
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <fieldset>
            <legend class="legend">{text.register.role}</legend>
            <div class="choices">
              {(["female", "male"] as const).map((role) => (
                <label class="choice" key={role}>
                  <input
                    type="radio"
                    name="role"
                    required
                    checked={form.role === role}
                    onChange={() => set("role")(role)}
                  />
                  <span>{text.register[role]}</span>
                </label>
              ))}
            </div>
            <p class="hint">{text.register.roleHint}</p>
          </fieldset>
          <Field
            label={text.register.name}
            hint={text.register.nameHint}
            autocomplete="given-name"
            required
            maxLength={50}
            value={form.displayName ?? ""}
            onValue={set("displayName")}
            wrong={wrong("displayName")}
          />
          <Field
            label={text.register.birthDate}
            hint={text.register.birthHint}
            type="date"
            autocomplete="bday"
            required
            max={new Date().toISOString().slice(0, 10)}
            value={form.birthDate ?? ""}
            onValue={set("birthDate")}
            wrong={wrong("birthDate")}
          />
          <Field
            label={text.register.email}
            type="email"
            autocomplete="username"
            required
            maxLength={254}
            value={form.email ?? ""}
            onValue={set("email")}
            wrong={wrong("email")}
          />
          <Field
            label={text.register.password}
            hint={text.register.passwordHint}
            type="password"
            autocomplete="new-password"
            required
            minLength={10}
            value={form.password ?? ""}
            onValue={set("password")}
            wrong={wrong("password")}
          />
          {!isAboutFields && <ErrorNotice error={error} />}
          <Button type="submit" kind="primary wide" disabled={busy}>
            {busy ? text.register.busy : text.register.submit}
          </Button>
        </form>
        <p>
          {text.register.other} <a href="#/login">{text.register.otherLink}</a>
        </p>
      </main>
    </div>
  );
}
