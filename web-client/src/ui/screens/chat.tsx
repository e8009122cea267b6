import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Message, Room } from "../../api/types";
import { type Draft, lastSeq, type Thread } from "../../chat/thread";
import { text } from "../../text";
import { useApp } from "../context";
import { PeerAvatar } from "../parts/avatar";
import { Button, Dialog, ErrorNotice, Heading, Skeleton } from "../parts/controls";
import { Icon } from "../parts/icon";
import { type Loaded, useLoaded } from "../parts/loaded";
import { BlockDialog } from "../parts/safety";
import { go } from "../router";

const LONGEST = 4_000;

export function ChatRoom({ roomId }: { roomId: string }) {
  const { chat } = useApp();
  const opened = useLoaded(() => chat.open(roomId));
  const thread = chat.thread(roomId).value;
  const room = chat.rooms.value?.find((one) => one.roomId === roomId);
  const newest = lastSeq(thread);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new message is to be told as read while it is looked at
  useEffect(() => {
    const tell = () => {
      if (!document.hidden) chat.tellRead(roomId);
    };
    tell();
    document.addEventListener("visibilitychange", tell);
    return () => document.removeEventListener("visibilitychange", tell);
  }, [chat, roomId, newest]);

  if (chat.rooms.value && !room) return <MissingRoom />;
  return (
    <main id="main" class="chat">
      <ChatHeader room={room} />
      <Messages roomId={roomId} room={room} thread={thread} opened={opened} />
      <p class="typing" aria-live="polite">
        {room && chat.typing.value.has(roomId) ? `${text.chat.typing(room.peer.displayName)} …` : ""}
      </p>
      {room && !room.open ? <p class="chat-closed">{text.chat.closed}</p> : <Composer roomId={roomId} />}
    </main>
  );
}

function MissingRoom() {
  return (
    <main id="main" class="chat">
      <div class="centered">
        <p class="muted">{text.chat.missing}</p>
        <a class="button outline" href="#/people">
          {text.common.back}
        </a>
      </div>
    </main>
  );
}

function ChatHeader({ room }: { room: Room | undefined }) {
  const { presence } = useApp();
  const status = room ? (presence.statuses.value.get(room.peer.userId) ?? "offline") : "offline";
  return (
    <header>
      <a class="icon-button" href="#/people" aria-label={text.common.back}>
        <Icon name="back" />
      </a>
      {room && <PeerAvatar userId={room.peer.userId} name={room.peer.displayName} open={room.open} />}
      <div class="grow">
        <Heading>{room?.peer.displayName ?? " "}</Heading>
        <p class="muted small">{room?.open ? text.people.presence[status] : room && text.people.closed}</p>
      </div>
      {room && <RoomMenu room={room} />}
    </header>
  );
}

function RoomMenu({ room }: { room: Room }) {
  const { session, chat } = useApp();
  const [open, setOpen] = useState<"remove" | "block" | null>(null);
  const [error, setError] = useState<unknown>();
  const { userId, displayName } = room.peer;
  const leave = () => {
    chat.loadRooms().catch(() => {});
    go("/people");
  };
  const remove = async () => {
    await session.call(`/api/history/connections/${room.connectionId}`, { method: "DELETE" });
    leave();
  };
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={text.after.block}
        title={text.after.block}
        onClick={() => setOpen("block")}
      >
        <Icon name="ban" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={text.people.remove}
        title={text.people.remove}
        onClick={() => setOpen("remove")}
      >
        <Icon name="trash" />
      </button>
      {open === "block" && (
        <BlockDialog userId={userId} name={displayName} onClose={() => setOpen(null)} onDone={leave} />
      )}
      {open === "remove" && (
        <Dialog title={text.people.removeTitle(displayName)} onClose={() => setOpen(null)}>
          <p>{text.people.removeLead}</p>
          <ErrorNotice error={error} />
          <div class="actions end">
            <Button onPress={() => setOpen(null)}>{text.common.cancel}</Button>
            <Button kind="danger" onPress={remove} onError={setError}>
              {text.common.remove}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

interface MessagesProps {
  roomId: string;
  room: Room | undefined;
  thread: Thread;
  opened: Loaded<void>;
}

function Messages({ roomId, room, thread, opened }: MessagesProps) {
  const { chat, session } = useApp();
  const { loading, error, fail } = opened;
  const list = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const count = thread.messages.length + thread.drafts.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the newest message for who reads at the end
  useLayoutEffect(() => {
    const element = list.current;
    if (element && atEnd.current) element.scrollTop = element.scrollHeight;
  }, [count, loading]);
  const me = session.account.value?.userId;
  const lastMine = thread.messages.findLast((message) => message.senderId === me)?.seq;
  return (
    <div
      class="messages"
      ref={list}
      role="log"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keyboard
      tabIndex={0}
      aria-label={room ? text.chat.title(room.peer.displayName) : text.people.title}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        atEnd.current = scrollHeight - scrollTop - clientHeight < 80;
      }}
    >
      <ErrorNotice error={error} onRetry={opened.reload} />
      {loading && thread.messages.length === 0 && <Skeleton height={120} />}
      {!thread.complete && thread.messages.length > 0 && (
        <div class="day">
          <Button kind="small outline" onPress={() => chat.loadEarlier(roomId)} onError={fail}>
            {text.chat.earlier}
          </Button>
        </div>
      )}
      {!loading && !error && count === 0 && <p class="day">{text.chat.empty}</p>}
      {thread.messages.map((message, index) => (
        <Written
          key={message.messageId}
          message={message}
          mine={message.senderId === me}
          day={dayBetween(thread.messages[index - 1], message)}
          mark={message.seq === lastMine ? (thread.peerReadSeq >= message.seq ? "read" : "sent") : null}
          onError={fail}
        />
      ))}
      {thread.drafts.map((draft) => (
        <Unsent key={draft.clientMessageId} roomId={roomId} draft={draft} />
      ))}
    </div>
  );
}

interface WrittenProps {
  message: Message;
  mine: boolean;
  day: string | null;
  mark: "sent" | "read" | null;
  onError: (error: unknown) => void;
}

function Written({ message, mine, day, mark, onError }: WrittenProps) {
  const { chat } = useApp();
  const time = new Date(message.sentAt).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const gone = message.body === null;
  const bubble = (
    <p class={`bubble ${mine ? "mine" : ""} ${gone ? "gone" : ""}`} title={time}>
      {message.body ?? text.chat.deleted}
    </p>
  );
  return (
    <>
      {day && <p class="day">{day}</p>}
      {mine && !gone ? (
        <div class="bubble-row">
          <button
            type="button"
            class="icon-button"
            aria-label={text.chat.delete}
            title={text.chat.delete}
            onClick={() => chat.delete(message).catch(onError)}
          >
            <Icon name="trash" />
          </button>
          {bubble}
        </div>
      ) : (
        bubble
      )}
      {mark && (
        <p class="meta mine">
          <Icon name={mark === "read" ? "checks" : "check"} />
          {mark === "read" ? text.chat.read : text.chat.sent} · {time}
        </p>
      )}
    </>
  );
}

function Unsent({ roomId, draft }: { roomId: string; draft: Draft }) {
  const { chat } = useApp();
  const refused = draft.state === "refused";
  return (
    <>
      <p class="bubble mine" style={{ opacity: 0.75 }}>
        {draft.body}
      </p>
      <p class="meta mine" role="status">
        <Icon name={refused ? "alert" : "clock"} />
        {refused ? text.chat.refused : draft.state === "waiting" ? text.chat.waiting : text.chat.sending}
        {draft.state !== "sending" && (
          <>
            <button type="button" onClick={() => chat.sendAgain(roomId, draft)}>
              {text.chat.again}
            </button>
            <button type="button" onClick={() => chat.discard(roomId, draft)}>
              {text.chat.discard}
            </button>
          </>
        )}
      </p>
    </>
  );
}

function Composer({ roomId }: { roomId: string }) {
  const { chat } = useApp();
  const [body, setBody] = useState("");
  const input = useRef<HTMLTextAreaElement>(null);
  const over = body.length - LONGEST;
  const send = () => {
    if (body.trim() === "" || over > 0) return;
    chat.write(roomId, body.trim());
    setBody("");
    input.current?.focus();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={input}
        class="input"
        rows={1}
        aria-label={text.chat.placeholder}
        placeholder={text.chat.placeholder}
        aria-invalid={over > 0}
        value={body}
        onInput={(event) => {
          setBody(event.currentTarget.value);
          chat.tellTyping(roomId);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            send();
          }
        }}
      />
      {over > 0 && <p class="wrong">{text.chat.tooLong(over)}</p>}
      <button
        type="submit"
        class="icon-button send"
        aria-label={text.chat.send}
        disabled={body.trim() === "" || over > 0}
      >
        <Icon name="send" />
      </button>
    </form>
  );
}

function dayBetween(before: Message | undefined, message: Message): string | null {
  const day = new Date(message.sentAt).toDateString();
  if (before && new Date(before.sentAt).toDateString() === day) return null;
  if (day === new Date().toDateString()) return text.chat.today;
  if (day === new Date(Date.now() - 86_400_000).toDateString()) return text.chat.yesterday;
  return new Date(message.sentAt).toLocaleDateString([], { day: "numeric", month: "long", year: "numeric" });
}
