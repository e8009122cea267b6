import { useEffect, useState } from "preact/hooks";
import { hasCode, ProblemError } from "../../api/problem";
import type { Login, Page } from "../../api/types";
import { text } from "../../text";
import { useApp } from "../context";
import { Button, Dialog, ErrorNotice, Field, Heading, Skeleton } from "../parts/controls";
import { say } from "../parts/toast";

export function Settings() {
  const { session } = useApp();
  const [error, setError] = useState<unknown>();
  const account = session.account.value;
  return (
    <main id="main" class="page">
      <header>
        <Heading>{text.settings.title}</Heading>
        <p class="muted">{account?.email}</p>
      </header>
      <Logins />
      <Password />
      {account?.role !== "admin" && <Blocked />}
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

function Logins() {
  const { session } = useApp();
  const [logins, setLogins] = useState<Login[] | null>(null);
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    session
      .call<Page<Login>>("/auth/logins")
      .then((page) => setLogins(page.items))
      .catch(setError);
  }, [session]);
  const end = async (login: Login) => {
    await session.call(`/auth/logins/${login.loginId}`, { method: "DELETE" });
    setLogins((before) => before?.filter((one) => one.loginId !== login.loginId) ?? null);
  };
  return (
    <section class="section card" aria-labelledby="logins">
      <h2 id="logins">{text.settings.logins}</h2>
      <ErrorNotice error={error} />
      {logins === null && !error && <Skeleton height={64} />}
      <ul class="list">
        {logins?.map((login) => (
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
              <Button kind="small outline" onPress={() => end(login)} onError={setError}>
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
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [error, setError] = useState<unknown>();
  const change = async () => {
    setError(undefined);
    await session.call("/auth/password", {
      method: "PUT",
      body: { currentPassword: current, newPassword: next },
    });
    setCurrent("");
    setNext("");
    say(text.settings.changed);
  };
  const isWrong = hasCode(error, "bad-credentials");
  const wrongNext = error instanceof ProblemError ? error.ofField("newPassword") : undefined;
  return (
    <section class="section card" aria-labelledby="password">
      <h2 id="password">{text.settings.password}</h2>
      <form class="stack" onSubmit={(event) => event.preventDefault()}>
        <Field
          label={text.settings.current}
          type="password"
          autocomplete="current-password"
          value={current}
          onValue={setCurrent}
          wrong={isWrong ? text.settings.wrong : undefined}
        />
        <Field
          label={text.settings.next}
          hint={text.register.passwordHint}
          type="password"
          autocomplete="new-password"
          value={next}
          onValue={setNext}
          wrong={wrongNext}
        />
        {!isWrong && !wrongNext && <ErrorNotice error={error} />}
        <Button type="submit" kind="outline" disabled={!current || !next} onPress={change} onError={setError}>
          {text.settings.change}
        </Button>
      </form>
    </section>
  );
}

interface BlockedPerson {
  userId: string;
  displayName?: string;
}

function Blocked() {
  const { session, safety } = useApp();
  const [people, setPeople] = useState<BlockedPerson[] | null>(null);
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    session
      .call<Page<BlockedPerson>>("/safety/blocks")
      .then((page) => setPeople(page.items))
      .catch(setError);
  }, [session]);
  const unblock = async (userId: string) => {
    await safety.unblock(userId);
    setPeople((before) => before?.filter((person) => person.userId !== userId) ?? null);
  };
  return (
    <section class="section card" aria-labelledby="blocked">
      <h2 id="blocked">{text.settings.blocked}</h2>
      <ErrorNotice error={error} />
      {people === null && !error && <Skeleton height={48} />}
      {people?.length === 0 && <p class="muted">{text.settings.noneBlocked}</p>}
      <ul class="list">
        {people?.map(({ userId, displayName = text.common.erased }) => (
          <li class="row" key={userId}>
            <span class="grow">{displayName}</span>
            <Button kind="small outline" onPress={() => unblock(userId)} onError={setError}>
              {text.settings.unblock}
              <span class="hidden-text"> {displayName}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Data() {
  const { session } = useApp();
  const [deleting, setDeleting] = useState(false);
  const [error, setError] = useState<unknown>();
  const download = async () => {
    setError(undefined);
    const everything = await session.call<unknown>("/auth/export");
    const file = URL.createObjectURL(new Blob([JSON.stringify(everything, null, 2)], { type: "application/json" }));
    const link = document.createElement("a");
    link.href = file;
    link.download = "connect-export.json";
    link.click();
    URL.revokeObjectURL(file);
  };
  return (
    <section class="section card" aria-labelledby="data">
      <h2 id="data">{text.settings.data}</h2>
      <ErrorNotice error={error} />
      <div class="actions">
        <Button kind="outline" onPress={download} onError={setError}>
          {text.settings.export}
        </Button>
        <Button kind="quiet bad" onPress={() => setDeleting(true)}>
          {text.settings.delete}
        </Button>
      </div>
      {deleting && <DeleteAccount onClose={() => setDeleting(false)} />}
    </section>
  );
}

function DeleteAccount({ onClose }: { onClose: () => void }) {
  const { session } = useApp();
  const [password, setPassword] = useState("");
  const [error, setError] = useState<unknown>();
  const remove = async () => {
    await session.call("/auth/me", { method: "DELETE", body: { password } });
    session.leave(null);
  };
  const isWrong = hasCode(error, "bad-credentials");
  return (
    <Dialog title={text.settings.deleteTitle} onClose={onClose}>
      <p>{text.settings.deleteLead}</p>
      <Field
        label={text.settings.deletePassword}
        type="password"
        autocomplete="current-password"
        value={password}
        onValue={setPassword}
        wrong={isWrong ? text.settings.wrong : undefined}
      />
      {!isWrong && <ErrorNotice error={error} />}
      <div class="actions end">
        <Button onPress={onClose}>{text.common.cancel}</Button>
        <Button kind="danger" disabled={password === ""} onPress={remove} onError={setError}>
          {text.settings.deleteConfirm}
        </Button>
      </div>
    </Dialog>
  );
}
