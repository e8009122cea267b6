import { useState } from "preact/hooks";
import { hasCode } from "../../api/problem";
import type { BlockedPerson, Leaving, Login, Page, PasswordChange } from "../../api/types";
import { text } from "../../text";
import { useApp } from "../context";
import { Button, ErrorNotice, Field, Heading, Skeleton } from "../parts/controls";
import { Form, useSending } from "../parts/form";
import { useLoaded } from "../parts/loaded";
import { OwnData } from "../parts/own-data";
import { say } from "../parts/toast";

export function Settings() {
  const { session } = useApp();
  const [error, setError] = useState<unknown>();
  const isAdmin = session.account.value?.role === "admin";
  return (
    <main id="main" class="page">
      <header>
        <Heading>{text.settings.title}</Heading>
      </header>
      {!isAdmin && <Email />}
      <Logins />
      <Password />
      {!isAdmin && <Blocked />}
      <Data />
      <ErrorNotice error={error} />
      <div>
        <Button kind="outline" onPress={() => session.logOut()} onError={setError}>
          {text.settings.logOut}
        </Button>
      </div>
    </main>
  );
}

function Email() {
  const { session } = useApp();
  const account = session.account.value;
  return (
    <section class="section card" aria-labelledby="email">
      <h2 id="email">{text.settings.email}</h2>
      <div class="row">
        <span class="grow">
          <span class="ellipsis" style={{ display: "block" }}>
            {account?.email}
          </span>
          <span class="muted small">
            {account?.emailVerified ? text.verification.confirmed : text.verification.open}
          </span>
        </span>
        {!account?.emailVerified && (
          <a class="button small outline" href="#/confirm">
            {text.verification.submit}
          </a>
        )}
      </div>
    </section>
  );
}

function Logins() {
  const { session } = useApp();
  const logins = useLoaded(() => session.call<Page<Login>>("/auth/logins"));
  const end = async ({ loginId }: Login) => {
    await session.call(`/auth/logins/${loginId}`, { method: "DELETE" });
    logins.change((page) => ({ ...page, items: page.items.filter((one) => one.loginId !== loginId) }));
  };
  return (
    <section class="section card" aria-labelledby="logins">
      <h2 id="logins">{text.settings.logins}</h2>
      <ErrorNotice error={logins.error} />
      {logins.loading && <Skeleton height={64} />}
      <ul class="list">
        {logins.value?.items.map((login) => (
          <li class="row" key={login.loginId}>
            <span class="grow">
              <strong class="ellipsis" style={{ display: "block" }}>
                {deviceName(login.userAgent)}
              </strong>
              <span class="muted small">
                {login.current
                  ? text.settings.thisDevice
                  : text.settings.lastUsed(
                      new Date(login.lastUsedAt).toLocaleString([], { dateStyle: "medium", timeStyle: "short" }),
                    )}
              </span>
            </span>
            {!login.current && (
              <Button kind="small outline" onPress={() => end(login)} onError={logins.fail}>
                {text.settings.end}
                <span class="hidden-text">: {deviceName(login.userAgent)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The browser and the system, as far as a person would name them. */
export function deviceName(userAgent: string | null): string {
  if (!userAgent) return text.settings.unknownDevice;
  const browser = /(Firefox|Edg|OPR|Chrome|Safari)\//.exec(userAgent)?.[1];
  const system = /(Android|iPhone|iPad|Windows|Mac OS X|Linux)/.exec(userAgent)?.[1];
  const names: Record<string, string> = { Edg: "Edge", OPR: "Opera", "Mac OS X": "macOS" };
  const parts = [browser, system].filter((part) => part !== undefined).map((part) => names[part] ?? part);
  return parts.length > 0 ? parts.join(" · ") : userAgent.slice(0, 40);
}

function Password() {
  const { session } = useApp();
  const [currentPassword, setCurrent] = useState("");
  const [newPassword, setNext] = useState("");
  const sending = useSending(async () => {
    const body: PasswordChange = { currentPassword, newPassword };
    await session.call("/auth/password", { method: "PUT", body });
    setCurrent("");
    setNext("");
    say(text.settings.changed);
  });
  const isWrong = hasCode(sending.error, "bad-credentials");
  return (
    <section class="section card" aria-labelledby="password">
      <h2 id="password">{text.settings.password}</h2>
      <Form
        sending={sending}
        submit={text.settings.change}
        kind="outline"
        disabled={!currentPassword || !newPassword}
        {...(isWrong ? { notice: null } : {})}
      >
        <Field
          label={text.settings.current}
          type="password"
          autocomplete="current-password"
          value={currentPassword}
          onValue={setCurrent}
          wrong={isWrong ? text.settings.wrong : undefined}
        />
        <Field
          label={text.settings.next}
          hint={text.register.passwordHint}
          type="password"
          autocomplete="new-password"
          value={newPassword}
          onValue={setNext}
          wrong={sending.wrong("newPassword")}
        />
      </Form>
    </section>
  );
}

function Blocked() {
  const { session, safety } = useApp();
  const people = useLoaded(() => session.call<Page<BlockedPerson>>("/safety/blocks?limit=200"));
  const unblock = async (userId: string) => {
    await safety.unblock(userId);
    people.change((page) => ({ ...page, items: page.items.filter((person) => person.userId !== userId) }));
  };
  return (
    <section class="section card" aria-labelledby="blocked">
      <h2 id="blocked">{text.settings.blocked}</h2>
      <ErrorNotice error={people.error} />
      {people.loading && <Skeleton height={48} />}
      {people.value?.items.length === 0 && <p class="muted">{text.settings.noneBlocked}</p>}
      <ul class="list">
        {people.value?.items.map(({ userId, displayName }) => (
          <li class="row" key={userId}>
            <span class="grow ellipsis">{displayName ?? text.common.erased}</span>
            <Button kind="small outline" onPress={() => unblock(userId)} onError={people.fail}>
              {text.settings.unblock}
              <span class="hidden-text"> {displayName ?? text.common.erased}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Data() {
  const { session } = useApp();
  const erase = async (password: string) => {
    const body: Leaving = { password };
    await session.endBy(() => session.call("/auth/me", { method: "DELETE", body }));
  };
  return (
    <section class="section card" aria-labelledby="data">
      <h2 id="data">{text.data.title}</h2>
      <OwnData fetchAll={() => session.call("/auth/export")} erase={erase} />
    </section>
  );
}
