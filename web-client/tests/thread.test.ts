import { describe, expect, it } from "vitest";
import type { Message } from "../src/api/types";
import { addDraft, bury, EMPTY_THREAD, markRead, merge } from "../src/chat/thread";

const message = (seq: number, change: Partial<Message> = {}): Message => ({
  roomId: "r",
  seq,
  messageId: `m${seq}`,
  clientMessageId: `c${seq}`,
  senderId: "her",
  body: `text ${seq}`,
  sentAt: "2026-05-01T10:00:00.000Z",
  ...change,
});
const draft = (clientMessageId: string) => ({
  clientMessageId,
  body: "hello",
  writtenAt: 1,
  state: "sending" as const,
});
const numbers = (thread: { messages: Message[] }) => thread.messages.map(({ seq }) => seq);

describe("a thread", () => {
  it("keeps messages in order, however they arrive", () => {
    expect(numbers(merge(EMPTY_THREAD, [message(3), message(1), message(2)]))).toEqual([1, 2, 3]);
  });

  it("shows a message once that came live, by resume and by the page", () => {
    const live = merge(EMPTY_THREAD, [message(1), message(2)]);
    expect(numbers(merge(merge(live, [message(2)]), [message(1), message(2), message(3)]))).toEqual([1, 2, 3]);
  });

  it("replaces a draft by the message it became", () => {
    const thread = addDraft(EMPTY_THREAD, draft("c7"));
    const sent = merge(thread, [message(7)]);
    expect(sent.drafts).toEqual([]);
    expect(numbers(sent)).toEqual([7]);
  });

  it("keeps the other drafts", () => {
    const thread = addDraft(addDraft(EMPTY_THREAD, draft("c7")), draft("c8"));
    expect(merge(thread, [message(7)]).drafts.map((left) => left.clientMessageId)).toEqual(["c8"]);
  });

  it("holds a draft once, however often it is tried", () => {
    expect(addDraft(addDraft(EMPTY_THREAD, draft("c7")), draft("c7")).drafts).toHaveLength(1);
  });

  it("does not bring a deleted message back by an older copy", () => {
    const buried = bury(merge(EMPTY_THREAD, [message(1)]), 1, "2026-05-01T11:00:00.000Z");
    expect(merge(buried, [message(1)]).messages[0]?.body).toBeNull();
  });

  it("never moves a read mark back", () => {
    const thread = markRead(markRead(EMPTY_THREAD, "peer", 5), "peer", 3);
    expect(thread.peerReadSeq).toBe(5);
  });

  it("knows when its beginning is reached", () => {
    expect(merge(EMPTY_THREAD, [message(1)]).complete).toBe(false);
    expect(merge(EMPTY_THREAD, [message(1)], true).complete).toBe(true);
  });
});
