import { effect, signal, untracked } from "@preact/signals";
import type { Card } from "./api/types";
import { Calls } from "./call/call";
import { Chat } from "./chat/chat";
import { Queue } from "./queue/queue";
import { Presence } from "./realtime/presence";
import { LiveSocket } from "./realtime/socket";
import { Safety } from "./safety/safety";
import { Session } from "./session/session";

const WELCOME_OTHER_TABS = "connect.tab";

/** Everything behind the screens. One per page. */
export class App {
  readonly session = new Session();
  readonly queue = new Queue(this.session);
  readonly calls: Calls = new Calls(this.session, () => this.sockets.interaction);
  readonly chat: Chat = new Chat(this.session, () => this.sockets.chat);
  readonly safety = new Safety(this.session, this.calls);
  readonly presence: Presence = new Presence(() => this.sockets.queuing);
  readonly online = signal(navigator.onLine);
  /** Another tab of this browser, or another device, has taken over. */
  readonly replaced = signal(false);
  readonly sockets: { queuing: LiveSocket; interaction: LiveSocket; chat: LiveSocket };

  private readonly tabs = new BroadcastChannel(WELCOME_OTHER_TABS);
  private readonly cards = new Map<string, Promise<Card | null>>();

  constructor() {
    const open = (path: string, receive: (event: Parameters<Calls["receive"]>[0]) => void) =>
      new LiveSocket(path, this.session.tokens, receive, (why) => this.stopped(why));
    this.sockets = {
      queuing: open("/queuing/ws", (event) => {
        this.queue.receive(event);
        this.presence.receive(event);
      }),
      interaction: open("/interaction/ws", (event) => this.calls.receive(event)),
      chat: open("/chat", (event) => this.chat.receive(event)),
    };
    this.calls.onFound = () => this.queue.matched();
    this.session.tokens.onNew = (token) => {
      for (const socket of this.all()) if (socket.status.value === "live") socket.renewToken(token);
    };
    this.session.onLeave = () => this.forget();
    effect(() => {
      const account = this.session.account.value;
      if (!account || this.replaced.value) return;
      untracked(() => this.safety.resume());
      this.goLive(account.role);
    });
    this.listen();
  }

  /** Begins, or takes over from the tab or device that took over from here. */
  takeOver(): void {
    this.tabs.postMessage("here");
    this.replaced.value = false;
  }

  /** The card of somebody I am connected to, or null if there is none to be seen. */
  card(userId: string): Promise<Card | null> {
    let card = this.cards.get(userId);
    if (!card) {
      card = this.session.call<Card>(`/profiles/${userId}`).catch(() => null);
      this.cards.set(userId, card);
    }
    return card;
  }

  get reconnecting(): boolean {
    return this.all().some((socket) => socket.status.value === "waiting");
  }

  private all(): LiveSocket[] {
    return Object.values(this.sockets);
  }

  private goLive(role: string): void {
    // An admin meets nobody.
    if (role !== "admin") for (const socket of this.all()) socket.start();
  }

  private stopped(why: "suspended" | "replaced" | "protocol" | "logged-out"): void {
    if (why === "replaced") this.retreat();
    else if (why === "suspended") this.session.leave("suspended");
    else if (why === "logged-out") this.session.leave("elsewhere");
  }

  /** Leaves the field to the newer tab. */
  private retreat(): void {
    this.replaced.value = true;
    for (const socket of this.all()) socket.stop();
    this.calls.reset();
  }

  private forget(): void {
    for (const socket of this.all()) socket.stop();
    this.calls.reset();
    this.safety.reset();
    this.queue.reset();
    this.chat.reset();
    this.presence.reset();
    this.cards.clear();
  }

  private listen(): void {
    this.tabs.onmessage = () => {
      if (this.session.account.value) this.retreat();
    };
    this.tabs.postMessage("here");
    const wake = () => {
      this.session.tokens.wake();
      for (const socket of this.all()) socket.hurry();
    };
    addEventListener("online", () => {
      this.online.value = true;
      wake();
      this.calls.networkChanged();
    });
    addEventListener("offline", () => {
      this.online.value = false;
    });
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden) wake();
    });
    navigator.mediaDevices?.addEventListener("devicechange", () => {
      if (this.calls.trouble.value) this.calls.replaceVoice();
    });
  }
}
