import { useEffect } from "preact/hooks";
import type { CallView } from "../call/call-state";
import { text } from "../text";
import { useApp } from "./context";
import { Button, Heading, Spinner } from "./parts/controls";
import { Icon, type IconName, Mark } from "./parts/icon";
import { say, Toasts } from "./parts/toast";
import { go, path } from "./router";
import { After } from "./screens/after";
import { Call } from "./screens/call";
import { LogIn } from "./screens/login";
import { Meet } from "./screens/meet";
import { Moderation } from "./screens/moderation";
import { Panicked } from "./screens/panic";
import { People } from "./screens/people";
import { Profile } from "./screens/profile";
import { Proposal } from "./screens/proposal";
import { Recovery } from "./screens/recovery";
import { Register } from "./screens/register";
import { Settings } from "./screens/settings";
import { Verification } from "./screens/verification";
import { Welcome } from "./screens/welcome";

export function Frame() {
  return (
    <>
      <button type="button" class="skip button" onClick={skip}>
        {text.common.skip}
      </button>
      <Toasts />
      <Banners />
      <Screen />
    </>
  );
}

/** No link, since the address names the screen. */
function skip(): void {
  document.querySelector<HTMLElement>("main h1")?.focus();
}

function Screen() {
  const { session, replaced } = useApp();
  const account = session.account.value;
  if (account === undefined) {
    return (
      <main id="main" class="centered">
        <Spinner label={text.states.start} />
      </main>
    );
  }
  if (account === null) return <Outside />;
  if (replaced.value) return <Replaced />;
  return <Inside />;
}

function Outside() {
  const { session } = useApp();
  const [screen] = path.value;
  if (screen === "register") return <Register />;
  if (screen === "forgotten") return <Recovery />;
  if (screen === "login" || session.ended.value) return <LogIn />;
  return <Welcome />;
}

function Inside() {
  const { calls, safety } = useApp();
  const call = calls.view.value;
  const panic = safety.panicked.value;
  useUneventfulEnd(call);
  if (panic && !call) return <Panicked panic={panic} />;
  if (call && call.phase === "active") return <Call key={call.match.interactionId} call={call} />;
  if (call && call.phase === "ended" && call.startedAt !== null) return <After call={call} />;
  if (call && call.phase !== "ended") return <Proposal key={call.match.interactionId} call={call} />;
  return <Tabs />;
}

/** A meeting that ended before it began leaves nothing to decide: one sentence is enough. */
function useUneventfulEnd(call: CallView | null): void {
  const { calls } = useApp();
  const over = call !== null && call.phase === "ended" && call.startedAt === null;
  const reason = call?.endReason ?? "unknown";
  useEffect(() => {
    if (!over) return;
    say(text.after.reasons[reason] ?? text.after.reasons["unknown"] ?? "");
    calls.dismiss();
    go("/");
  }, [over, reason, calls]);
}

function Tabs() {
  const { session, chat, queue } = useApp();
  const isAdmin = session.account.value?.role === "admin";
  const [screen = isAdmin ? "reports" : "meet", detail] = path.value;
  const unread = chat.rooms.value?.reduce((sum, room) => sum + room.unread, 0) ?? 0;
  const chatting = screen === "people" && detail !== undefined;
  useTitle(screen);
  return (
    <div class={`shell with-nav ${chatting ? "chatting" : ""}`}>
      <nav class="nav" aria-label={text.nav.label}>
        <a class="brand" href="#/">
          <Mark />
          {text.product}
        </a>
        {!isAdmin && (
          <Tab to="meet" icon="meet" label={queue.place.value ? text.waiting.pill : text.nav.meet} current={screen} />
        )}
        {!isAdmin && <Tab to="people" icon="people" label={text.nav.people} current={screen} unread={unread} />}
        {!isAdmin && <Tab to="profile" icon="profile" label={text.nav.profile} current={screen} />}
        {isAdmin && <Tab to="reports" icon="flag" label={text.nav.reports} current={screen} />}
        <Tab to="settings" icon="settings" label={text.nav.settings} current={screen} />
      </nav>
      <Page screen={screen} isAdmin={isAdmin} />
    </div>
  );
}

function Page({ screen, isAdmin }: { screen: string; isAdmin: boolean }) {
  if (isAdmin) return screen === "settings" ? <Settings /> : <Moderation />;
  switch (screen) {
    case "people":
      return <People />;
    case "profile":
      return <Profile />;
    case "settings":
      return <Settings />;
    case "confirm":
      return <Verification />;
    default:
      return <Meet />;
  }
}

interface TabProps {
  to: string;
  icon: IconName;
  label: string;
  current: string;
  unread?: number;
}

function Tab({ to, icon, label, current, unread = 0 }: TabProps) {
  return (
    <a href={`#/${to}`} aria-current={current === to ? "page" : undefined}>
      <Icon name={icon} />
      {label}
      {unread > 0 && (
        <span class="badge">
          {unread}
          <span class="hidden-text"> {text.common.unread(unread)}</span>
        </span>
      )}
    </a>
  );
}

function useTitle(screen: string): void {
  useEffect(() => {
    const names: Record<string, string> = { ...text.nav, confirm: text.verification.title };
    document.title = `${names[screen] ?? text.nav.meet} · ${text.product}`;
    scrollTo(0, 0);
  }, [screen]);
}

/** What is the matter with the connection, unless it is only a moment. */
function Banners() {
  const app = useApp();
  if (!app.session.account.value || app.replaced.value) return null;
  const inCall = app.calls.view.value?.phase === "active";
  if (!app.online.value) {
    return (
      <p class="banner" role="status">
        <Icon name="alert" />
        {text.states.offline}
      </p>
    );
  }
  if (!app.reconnecting || inCall) return null;
  return (
    <p class="banner" role="status">
      <span class="spinner" aria-hidden="true" />
      {text.states.reconnecting}
    </p>
  );
}

function Replaced() {
  const app = useApp();
  return (
    <main id="main" class="centered">
      <Mark />
      <Heading>{text.states.replacedTitle}</Heading>
      <p class="muted">{text.states.replacedLead}</p>
      <Button kind="primary" onPress={() => app.takeOver()}>
        {text.states.replacedAction}
      </Button>
    </main>
  );
}
