import { useEffect, useState } from "preact/hooks";
import type { Page, PastInteraction, Room } from "../../api/types";
import { text } from "../../text";
import { useApp } from "../context";
import { Avatar, PeerAvatar } from "../parts/avatar";
import { Button, Empty, ErrorNotice, Heading, Skeleton } from "../parts/controls";
import { Icon } from "../parts/icon";
import { useLoaded } from "../parts/loaded";
import { ReportDialog } from "../parts/safety";
import { path } from "../router";
import { ChatRoom } from "./chat";

const KEEP_FOR_MS = 24 * 3_600_000;
const REPORT_FOR_MS = 7 * KEEP_FOR_MS;

export function People() {
  const { chat, presence } = useApp();
  const loaded = useLoaded(() => chat.loadRooms());
  const roomId = path.value[1];
  // A room that closed before anything was written holds nothing to read.
  const rooms = chat.rooms.value?.filter((room) => room.open || room.lastMessage);
  const watched = rooms?.filter((room) => room.open).map((room) => room.peer.userId);
  useEffect(() => {
    if (watched) presence.watch(watched);
  }, [watched, presence]);
  const chatting = roomId !== undefined;
  const List = chatting ? "aside" : "main";
  return (
    <div class={chatting ? "people chatting" : "people alone"}>
      <List {...(chatting ? { "aria-label": text.people.title } : { id: "main" })} class="page">
        <header>{chatting ? <h2>{text.people.title}</h2> : <Heading>{text.people.title}</Heading>}</header>
        {!rooms && <ErrorNotice error={loaded.error} onRetry={loaded.reload} />}
        {!rooms && loaded.loading && [1, 2, 3].map((key) => <Skeleton key={key} height={72} />)}
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

/** A yes may still be said for a day after the call, and a report be made for a week. */
function RecentCalls() {
  const { session } = useApp();
  const recent = useLoaded(() => session.call<Page<PastInteraction>>("/api/history/interactions?limit=20"));
  const calls = recent.value?.items.filter((call) => isWithin(call, REPORT_FOR_MS)) ?? [];
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

function isWithin(call: PastInteraction, age: number): boolean {
  return call.startedAt !== null && !call.peer.erased && Date.now() - Date.parse(call.endedAt) < age;
}

function RecentCall({ call }: { call: PastInteraction }) {
  const { session } = useApp();
  const [kept, setKept] = useState(false);
  const [error, setError] = useState<unknown>();
  const [reporting, setReporting] = useState(false);
  const { userId, displayName: name = text.common.erased } = call.peer;
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
        <strong class="ellipsis" style={{ display: "block" }}>
          {name}
        </strong>
        <span class="muted small">
          {kept
            ? text.people.recentKept
            : new Date(call.endedAt).toLocaleString([], { weekday: "short", hour: "2-digit", minute: "2-digit" })}
        </span>
        <ErrorNotice error={error} />
      </span>
      {!kept && !call.kept && isWithin(call, KEEP_FOR_MS) && (
        <Button kind="small outline" onPress={keep} onError={setError}>
          <Icon name="heart" />
          {text.people.recentKeep}
        </Button>
      )}
      {userId && (
        <button
          type="button"
          class="icon-button"
          aria-label={text.people.recentReport(name)}
          title={text.people.recentReport(name)}
          onClick={() => setReporting(true)}
        >
          <Icon name="flag" />
        </button>
      )}
      {reporting && userId && (
        <ReportDialog
          interactionId={call.interactionId}
          userId={userId}
          name={name}
          onClose={() => setReporting(false)}
        />
      )}
    </li>
  );
}
