import { useEffect, useState } from "preact/hooks";
import type { Page, PastInteraction, Room } from "../../api/types";
import { text } from "../../text";
import { useApp } from "../context";
import { Avatar, PeerAvatar } from "../parts/avatar";
import { Button, Empty, ErrorNotice, Heading, Skeleton } from "../parts/controls";
import { Icon } from "../parts/icon";
import { path } from "../router";
import { ChatRoom } from "./chat";

const KEEP_FOR_MS = 24 * 3_600_000;

export function People() {
  const { chat, presence } = useApp();
  const [error, setError] = useState<unknown>();
  const roomId = path.value[1];
  const rooms = chat.rooms.value;
  useEffect(() => {
    chat.loadRooms().catch(setError);
  }, [chat]);
  useEffect(() => {
    if (rooms) presence.watch(rooms.filter((room) => room.open).map((room) => room.peer.userId));
  }, [rooms, presence]);
  const chatting = roomId !== undefined;
  const List = chatting ? "aside" : "main";
  return (
    <div class={chatting ? "people chatting" : "people alone"}>
      <List {...(chatting ? { "aria-label": text.people.title } : { id: "main" })} class="page">
        <header>{chatting ? <h2>{text.people.title}</h2> : <Heading>{text.people.title}</Heading>}</header>
        <ErrorNotice
          error={rooms ? undefined : error}
          onRetry={() => chat.loadRooms().then(() => setError(undefined), setError)}
        />
        {rooms === null && !error && [1, 2, 3].map((key) => <Skeleton key={key} height={72} />)}
        {rooms?.length === 0 && (
          <Empty icon="people" title={text.people.empty} lead={text.people.emptyLead}>
            <a class="button primary" href="#/">
              {text.people.emptyAction}
            </a>
          </Empty>
        )}
        {rooms && rooms.length > 0 && (
          <ul>
            {rooms.map((room) => (
              <li key={room.roomId}>
                <RoomLink room={room} current={room.roomId === roomId} />
              </li>
            ))}
          </ul>
        )}
        {!chatting && <RecentCalls />}
      </List>
      {chatting && <ChatRoom key={roomId} roomId={roomId} />}
    </div>
  );
}

function RoomLink({ room, current }: { room: Room; current: boolean }) {
  const { session, chat, presence } = useApp();
  const { peer, lastMessage, unread, open } = room;
  const status = presence.statuses.value.get(peer.userId) ?? "offline";
  const mine = lastMessage?.senderId === session.account.value?.userId;
  const typing = chat.typing.value.has(room.roomId);
  const last = lastMessage ? (lastMessage.body ?? text.people.deleted) : text.people.nothing;
  return (
    <a class="person" href={`#/people/${room.roomId}`} aria-current={current ? "page" : undefined}>
      <PeerAvatar userId={peer.userId} name={peer.displayName} open={open} />
      <span class="grow">
        <strong class="ellipsis" style={{ display: "block" }}>
          {peer.displayName}
        </strong>
        <span class="muted ellipsis" style={{ display: "block" }}>
          {typing ? text.chat.typing(peer.displayName) : `${mine && lastMessage ? `${text.people.you} ` : ""}${last}`}
        </span>
      </span>
      <span class="side">
        <span>{open ? text.people.presence[status] : text.people.closed}</span>
        {unread > 0 && (
          <span class="badge">
            {unread}
            <span class="hidden-text"> {text.common.unread(unread)}</span>
          </span>
        )}
      </span>
    </a>
  );
}

/** A yes may still be said for a day after the call. */
function RecentCalls() {
  const { session } = useApp();
  const [calls, setCalls] = useState<PastInteraction[]>([]);
  useEffect(() => {
    session
      .call<Page<PastInteraction>>("/api/history/interactions?limit=5")
      .then((page) => setCalls(page.items.filter(isRecent)))
      .catch(() => setCalls([]));
  }, [session]);
  if (calls.length === 0) return null;
  return (
    <section class="section" aria-labelledby="recent">
      <h2 id="recent">{text.people.recent}</h2>
      <ul class="list">
        {calls.map((call) => (
          <RecentCall key={call.interactionId} call={call} />
        ))}
      </ul>
    </section>
  );
}

function isRecent(call: PastInteraction): boolean {
  return (
    call.startedAt !== null && !call.kept && !call.peer.erased && Date.now() - Date.parse(call.endedAt) < KEEP_FOR_MS
  );
}

function RecentCall({ call }: { call: PastInteraction }) {
  const { session } = useApp();
  const [kept, setKept] = useState(false);
  const [error, setError] = useState<unknown>();
  const name = call.peer.displayName ?? text.common.erased;
  const keep = async () => {
    await session.call("/api/interactions/keep", {
      method: "POST",
      body: { interactionId: call.interactionId, keep: true },
    });
    setKept(true);
  };
  return (
    <li class="row">
      <Avatar name={name} />
      <span class="grow">
        <strong>{name}</strong>
        <span class="muted small" style={{ display: "block" }}>
          {new Date(call.endedAt).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}
        </span>
        <ErrorNotice error={error} />
      </span>
      {kept ? (
        <span class="muted small">{text.people.recentKept}</span>
      ) : (
        <Button kind="small outline" onPress={keep} onError={setError}>
          <Icon name="heart" />
          {text.people.recentKeep}
        </Button>
      )}
    </li>
  );
}
