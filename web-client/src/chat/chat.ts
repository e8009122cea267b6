import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { isPassing } from "../api/problem";
import type { Message, Page, Room } from "../api/types";
import type { LiveEvent, LiveSocket } from "../realtime/socket";
import type { Session } from "../session/session";
import {
  addDraft,
  bury,
  changeDraft,
  type Draft,
  dropDraft,
  EMPTY_THREAD,
  firstSeq,
  lastSeq,
  markRead,
  merge,
  type Thread,
} from "./thread";

const PAGE = 40;
const TYPING_SHOWN_MS = 4_000;
const TYPING_TOLD_EVERY_MS = 2_500;
const RETRY_MS = 4_000;

interface Summary {
  rooms: { roomId: string; open: boolean; lastSeq: number; unread: number; lastReadSeq: number; peerReadSeq: number }[];
  complete: boolean;
}

/** Rooms and what is written in them. What I write is kept on this device until the server has it. */
export class Chat {
  readonly rooms = signal<Room[] | null>(null);
  readonly typing = signal<ReadonlySet<string>>(new Set());
  private readonly threads = new Map<string, Signal<Thread>>();
  private readonly loaded = new Set<string>();
  private typingTimers = new Map<string, ReturnType<typeof setTimeout>>();
  private lastTold = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly session: Session,
    private readonly socket: () => LiveSocket,
  ) {}

  private get me(): string {
    return this.session.account.value?.userId ?? "";
  }

  async loadRooms(): Promise<void> {
    const page = await this.session.call<Page<Room>>("/api/rooms?limit=200");
    this.rooms.value = page.items;
    for (const room of page.items) {
      const thread = this.signalOf(room.roomId);
      thread.value = markRead(markRead(thread.value, "me", room.lastReadSeq), "peer", room.peerReadSeq);
    }
  }

  thread(roomId: string): ReadonlySignal<Thread> {
    return this.signalOf(roomId);
  }

  /** Loads the newest messages of a room, and what was missed since it was loaded. */
  async open(roomId: string): Promise<void> {
    const newest = await this.page(roomId, "");
    this.loaded.add(roomId);
    const thread = this.signalOf(roomId);
    const known = lastSeq(thread.value);
    const first = newest.at(-1)?.seq ?? 0;
    // Between what was known and the newest page there may be a gap: then the rest is loaded as it is scrolled to.
    const base = known > 0 && first > known + 1 ? { ...thread.value, messages: [] } : thread.value;
    thread.value = merge(base, newest, newest.length < PAGE || base.complete);
    this.flush(roomId);
  }

  async loadEarlier(roomId: string): Promise<void> {
    const thread = this.signalOf(roomId);
    const earlier = await this.page(roomId, `&beforeSeq=${firstSeq(thread.value)}`);
    thread.value = merge(thread.value, earlier, earlier.length < PAGE);
  }

  /** Writes a message. It is shown at once, and sent as soon and as often as it takes. */
  write(roomId: string, body: string): void {
    this.lastTold = 0;
    const draft: Draft = { clientMessageId: crypto.randomUUID(), body, writtenAt: Date.now(), state: "sending" };
    const thread = this.signalOf(roomId);
    thread.value = addDraft(thread.value, draft);
    this.store(roomId);
    this.send(roomId, draft);
  }

  sendAgain(roomId: string, draft: Draft): void {
    this.send(roomId, draft);
  }

  discard(roomId: string, draft: Draft): void {
    const thread = this.signalOf(roomId);
    thread.value = dropDraft(thread.value, draft.clientMessageId);
    this.store(roomId);
  }

  async delete(message: Message): Promise<void> {
    await this.session.call(`/api/rooms/${message.roomId}/messages/${message.messageId}`, { method: "DELETE" });
    const thread = this.signalOf(message.roomId);
    thread.value = bury(thread.value, message.seq, new Date().toISOString());
  }

  /** Says that I am writing, but not with each letter. */
  tellTyping(roomId: string): void {
    if (Date.now() - this.lastTold < TYPING_TOLD_EVERY_MS) return;
    this.lastTold = Date.now();
    this.socket()
      .send(`/app/rooms/${roomId}/typing`, {})
      .catch(() => {});
  }

  tellRead(roomId: string): void {
    const thread = this.signalOf(roomId);
    const upToSeq = lastSeq(thread.value);
    if (upToSeq <= thread.value.myReadSeq) return;
    this.socket()
      .send(`/app/rooms/${roomId}/read`, { upToSeq })
      .then(() => {
        thread.value = markRead(thread.value, "me", upToSeq);
        this.changeRoom(roomId, { unread: 0, lastReadSeq: upToSeq });
      })
      .catch(() => {});
  }

  receive(event: LiveEvent): void {
    switch (event.type) {
      case "state":
        this.catchUp(event.data as Summary);
        break;
      case "message":
        this.arrive(event.data as Message);
        break;
      case "message-deleted": {
        const { roomId, seq, deletedAt } = event.data as { roomId: string; seq: number; deletedAt: string };
        const thread = this.signalOf(roomId);
        thread.value = bury(thread.value, seq, deletedAt);
        this.loadRooms().catch(() => {});
        break;
      }
      case "typing": {
        const { roomId, senderId } = event.data as { roomId: string; senderId: string };
        if (senderId !== this.me) this.showTyping(roomId);
        break;
      }
      case "read": {
        const { roomId, readerId, upToSeq } = event.data as { roomId: string; readerId: string; upToSeq: number };
        const thread = this.signalOf(roomId);
        thread.value = markRead(thread.value, readerId === this.me ? "me" : "peer", upToSeq);
        if (readerId === this.me) this.changeRoom(roomId, { unread: 0, lastReadSeq: upToSeq });
        break;
      }
      case "room-opened":
      case "room-closed":
        this.loadRooms().catch(() => {});
        break;
    }
  }

  /** Forgets everything, what was not sent included: the next person at this device is another. */
  reset(): void {
    clearTimeout(this.retry);
    for (const roomId of this.threads.keys()) localStorage.removeItem(this.key(roomId));
    this.threads.clear();
    this.loaded.clear();
    this.rooms.value = null;
    this.typing.value = new Set();
  }

  private catchUp(summary: Summary): void {
    for (const line of summary.rooms) {
      const thread = this.signalOf(line.roomId);
      thread.value = markRead(markRead(thread.value, "peer", line.peerReadSeq), "me", line.lastReadSeq);
      const known = lastSeq(thread.value);
      if (this.loaded.has(line.roomId) && known > 0 && line.lastSeq > known) {
        this.socket()
          .send(`/app/rooms/${line.roomId}/resume`, { afterSeq: known })
          .catch(() => {});
      }
    }
    this.loadRooms().catch(() => {});
    for (const roomId of this.threads.keys()) this.flush(roomId);
  }

  private arrive(message: Message): void {
    const thread = this.signalOf(message.roomId);
    thread.value = merge(thread.value, [message]);
    this.store(message.roomId);
    if (message.senderId !== this.me) this.hideTyping(message.roomId);
    const room = this.rooms.value?.find(({ roomId }) => roomId === message.roomId);
    if (!room) {
      this.loadRooms().catch(() => {});
      return;
    }
    const isNew = message.seq > (room.lastMessage?.seq ?? 0);
    if (!isNew) return;
    const unread = message.senderId === this.me ? room.unread : room.unread + 1;
    this.changeRoom(message.roomId, { lastMessage: message, activeAt: message.sentAt, unread });
  }

  private changeRoom(roomId: string, change: Partial<Room>): void {
    const rooms = this.rooms.value?.map((room) => (room.roomId === roomId ? { ...room, ...change } : room));
    if (rooms) this.rooms.value = rooms.sort((one, other) => other.activeAt.localeCompare(one.activeAt));
  }

  private async send(roomId: string, draft: Draft): Promise<void> {
    const thread = this.signalOf(roomId);
    thread.value = changeDraft(thread.value, draft.clientMessageId, { state: "sending" });
    try {
      const message = await this.session.call<Message>(`/api/rooms/${roomId}/messages`, {
        method: "POST",
        body: { clientMessageId: draft.clientMessageId, body: draft.body },
      });
      this.arrive(message);
    } catch (error) {
      const passing = isPassing(error);
      thread.value = changeDraft(thread.value, draft.clientMessageId, {
        state: passing ? "waiting" : "refused",
        why: (error as Error).message,
      });
      if (passing) this.retrySoon();
    }
  }

  private retrySoon(): void {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => {
      for (const roomId of this.threads.keys()) this.flush(roomId);
    }, RETRY_MS);
  }

  private flush(roomId: string): void {
    for (const draft of this.signalOf(roomId).value.drafts) {
      if (draft.state === "waiting") this.send(roomId, draft);
    }
  }

  private showTyping(roomId: string): void {
    clearTimeout(this.typingTimers.get(roomId));
    this.typing.value = new Set(this.typing.value).add(roomId);
    this.typingTimers.set(
      roomId,
      setTimeout(() => this.hideTyping(roomId), TYPING_SHOWN_MS),
    );
  }

  private hideTyping(roomId: string): void {
    const rest = new Set(this.typing.value);
    rest.delete(roomId);
    this.typing.value = rest;
  }

  private async page(roomId: string, range: string): Promise<Message[]> {
    const page = await this.session.call<Page<Message>>(`/api/rooms/${roomId}/messages?limit=${PAGE}${range}`);
    return page.items;
  }

  private signalOf(roomId: string): Signal<Thread> {
    let thread = this.threads.get(roomId);
    if (!thread) {
      thread = signal({ ...EMPTY_THREAD, drafts: this.stored(roomId) });
      this.threads.set(roomId, thread);
    }
    return thread;
  }

  private key(roomId: string): string {
    return `connect.drafts.${this.me}.${roomId}`;
  }

  private store(roomId: string): void {
    const { drafts } = this.signalOf(roomId).value;
    if (drafts.length > 0) localStorage.setItem(this.key(roomId), JSON.stringify(drafts));
    else localStorage.removeItem(this.key(roomId));
  }

  private stored(roomId: string): Draft[] {
    const drafts = JSON.parse(localStorage.getItem(this.key(roomId)) ?? "[]") as Draft[];
    return drafts.map((draft) => ({ ...draft, state: draft.state === "refused" ? "refused" : "waiting" }));
  }
}
