import type { Message } from "../api/types";

/** A message of mine that the server has not confirmed. */
export interface Draft {
  clientMessageId: string;
  body: string;
  writtenAt: number;
  state: "sending" | "waiting" | "refused";
  why?: string;
}

/** One conversation as this client knows it. All changes make a new one. */
export interface Thread {
  /** In order of seq, each once. */
  messages: Message[];
  drafts: Draft[];
  peerReadSeq: number;
  myReadSeq: number;
  /** Whether everything before the first message is here too. */
  complete: boolean;
}

export const EMPTY_THREAD: Thread = { messages: [], drafts: [], peerReadSeq: 0, myReadSeq: 0, complete: false };

/** Takes messages in, from wherever they come and however often; a draft that they confirm goes. */
export function merge(thread: Thread, incoming: Message[], complete = thread.complete): Thread {
  const bySeq = new Map(thread.messages.map((message) => [message.seq, message]));
  for (const message of incoming) {
    const known = bySeq.get(message.seq);
    // A tombstone never comes back to life by an older copy of the message.
    if (!known || known.body !== null) bySeq.set(message.seq, message);
  }
  const confirmed = new Set(incoming.map((message) => message.clientMessageId));
  return {
    ...thread,
    messages: [...bySeq.values()].sort((one, other) => one.seq - other.seq),
    drafts: thread.drafts.filter((draft) => !confirmed.has(draft.clientMessageId)),
    complete,
  };
}

export function addDraft(thread: Thread, draft: Draft): Thread {
  const others = thread.drafts.filter((other) => other.clientMessageId !== draft.clientMessageId);
  return { ...thread, drafts: [...others, draft] };
}

export function changeDraft(thread: Thread, clientMessageId: string, change: Partial<Draft>): Thread {
  return {
    ...thread,
    drafts: thread.drafts.map((draft) => (draft.clientMessageId === clientMessageId ? { ...draft, ...change } : draft)),
  };
}

export function dropDraft(thread: Thread, clientMessageId: string): Thread {
  return { ...thread, drafts: thread.drafts.filter((draft) => draft.clientMessageId !== clientMessageId) };
}

export function bury(thread: Thread, seq: number, deletedAt: string): Thread {
  return {
    ...thread,
    messages: thread.messages.map((message) => (message.seq === seq ? { ...message, body: null, deletedAt } : message)),
  };
}

export function markRead(thread: Thread, by: "me" | "peer", upToSeq: number): Thread {
  return by === "me"
    ? { ...thread, myReadSeq: Math.max(thread.myReadSeq, upToSeq) }
    : { ...thread, peerReadSeq: Math.max(thread.peerReadSeq, upToSeq) };
}

export function lastSeq(thread: Thread): number {
  return thread.messages.at(-1)?.seq ?? 0;
}

export function firstSeq(thread: Thread): number {
  return thread.messages[0]?.seq ?? 0;
}

/** The last number up to which nothing is missing, counted from what is loaded. */
export function unbrokenSeq(thread: Thread): number {
  let last = firstSeq(thread);
  for (const { seq } of thread.messages) {
    if (seq > last + 1) break;
    last = seq;
  }
  return last;
}
