import type { FoundMatch, InteractionStatus, VideoState } from "../api/types";
import type { LiveEvent } from "../realtime/socket";

export type CallPhase = "proposed" | "connecting" | "active" | "ended";

/** One meeting as its screens need it, from the proposal to what is decided after the end. */
export interface CallView {
  match: FoundMatch;
  phase: CallPhase;
  /** She said yes, and the server has not confirmed it yet. */
  answered: boolean;
  negotiationId: number;
  /** Times of this machine's clock, in milliseconds. */
  respondBy: number;
  startedAt: number | null;
  endsAt: number | null;
  /** How much the server's clock is ahead of ours. */
  clockAhead: number;
  /** How many events told of it: they may overtake the answer to a command. */
  heard: number;
  video: VideoState;
  /** Whether the other one asked, while video is REQUESTED; null if nobody knows any more. */
  videoAskedByPeer: boolean | null;
  peerAway: boolean;
  extendAsked: boolean;
  extensions: number;
  keep: boolean | null;
  connected: { connectionId: string; roomId: string } | null;
  endReason: string | null;
  durationSeconds: number;
}

const MOST_EXTENSIONS = 2;

export type CallAction =
  | { type: "answered" }
  | { type: "extend-asked" }
  | { type: "video-asked" }
  | { type: "kept"; keep: boolean }
  /** The answer to a command, and how much had been heard when it was sent. */
  | { type: "status"; status: InteractionStatus; heard: number }
  | { type: "left" }
  | { type: "dismissed" };

/** What becomes of a meeting when something happens. Pure, and tolerant of events that come twice or out of season. */
export function reduceCall(call: CallView | null, event: LiveEvent | CallAction, now: number): CallView | null {
  if (!("data" in event)) return act(call, event, now);
  switch (event.type) {
    case "state":
      return heard(fromState(call, (event.data as { interaction: InteractionStatus | null }).interaction, now));
    case "found-match":
      return begin(event.data as FoundMatch, event.at, now);
    default:
      return call && idOf(event) === call.match.interactionId ? heard(change(call, event, now)) : call;
  }
}

function heard<T extends CallView | null>(call: T): T {
  return call && { ...call, heard: call.heard + 1 };
}

function idOf(event: LiveEvent): string | undefined {
  return (event.data as { interactionId?: string }).interactionId;
}

function begin(match: FoundMatch, at: string, now: number): CallView {
  const clockAhead = Date.parse(at) - now;
  return {
    match,
    phase: "proposed",
    answered: false,
    negotiationId: 0,
    respondBy: Date.parse(match.respondBy) - clockAhead,
    startedAt: null,
    endsAt: null,
    clockAhead,
    heard: 0,
    video: "OFF",
    videoAskedByPeer: null,
    peerAway: false,
    extendAsked: false,
    extensions: 0,
    keep: null,
    connected: null,
    endReason: null,
    durationSeconds: 0,
  };
}

/** The whole truth: it wins over whatever was believed. */
function fromState(call: CallView | null, status: InteractionStatus | null, now: number): CallView | null {
  if (status) return fromStatus(call, status, now);
  if (!call || call.phase === "ended") return call;
  // It ended while nobody listened, and how is not told any more.
  return { ...call, phase: "ended", endReason: call.phase === "active" ? "unknown" : "no-answer" };
}

function fromStatus(call: CallView | null, status: InteractionStatus, now: number): CallView {
  const clockAhead = Date.parse(status.serverNow) - now;
  const same = call?.match.interactionId === status.interactionId ? call : null;
  const view = same ?? begin(status, status.serverNow, now);
  const phase = phaseOf(status);
  return {
    ...view,
    match: status,
    phase,
    answered: phase === "proposed" && view.answered,
    clockAhead,
    negotiationId: status.negotiationId,
    respondBy: Date.parse(status.respondBy) - clockAhead,
    startedAt: local(status.startedAt, clockAhead),
    endsAt: local(status.endsAt, clockAhead),
    video: status.video,
    videoAskedByPeer: status.video === "REQUESTED" ? view.videoAskedByPeer : null,
    peerAway: status.state === "RECONNECTING" && view.peerAway,
    endReason: status.endReason ?? view.endReason,
  };
}

function phaseOf(status: InteractionStatus): CallPhase {
  switch (status.state) {
    case "PROPOSED":
      return "proposed";
    case "CONNECTING":
      return "connecting";
    case "ENDED":
      return "ended";
    default:
      return "active";
  }
}

function local(instant: string | null | undefined, clockAhead: number): number | null {
  return instant ? Date.parse(instant) - clockAhead : null;
}

function change(call: CallView, event: LiveEvent, now: number): CallView {
  const data = event.data as Record<string, unknown>;
  if (call.phase === "ended" && event.type !== "connected" && event.type !== "call-ended") return call;
  switch (event.type) {
    case "call-connecting":
      return call.phase === "proposed" ? { ...call, phase: "connecting", answered: false } : call;
    case "call-started":
    case "call-extended": {
      const clockAhead = Date.parse(data["serverNow"] as string) - now;
      const extended = event.type === "call-extended";
      return {
        ...call,
        phase: "active",
        clockAhead,
        startedAt: local(data["startedAt"] as string | undefined, clockAhead) ?? call.startedAt,
        endsAt: local(data["endsAt"] as string, clockAhead),
        extendAsked: extended ? false : call.extendAsked,
        extensions: call.extensions + (extended ? 1 : 0),
      };
    }
    case "peer-reconnecting":
      return { ...call, peerAway: true };
    case "peer-reconnected":
      return { ...call, peerAway: false };
    case "video-requested":
      return { ...call, video: "REQUESTED", videoAskedByPeer: data["by"] === call.match.peer.userId };
    case "video-approved":
      return { ...call, video: "ON", videoAskedByPeer: null };
    case "video-declined":
    case "video-revoked":
      return { ...call, video: (data["video"] as VideoState | undefined) ?? "OFF", videoAskedByPeer: null };
    case "connected":
      return {
        ...call,
        connected: { connectionId: data["connectionId"] as string, roomId: data["roomId"] as string },
      };
    case "call-ended":
      return {
        ...call,
        phase: "ended",
        peerAway: false,
        video: "OFF",
        endReason: (data["reason"] as string | null) ?? "unknown",
        durationSeconds: (data["durationSeconds"] as number | undefined) ?? 0,
      };
    default:
      return call;
  }
}

function act(call: CallView | null, action: CallAction, now: number): CallView | null {
  if (action.type === "status") {
    return call && isNews(call, action) ? fromStatus(call, action.status, now) : call;
  }
  if (!call || action.type === "dismissed") return null;
  switch (action.type) {
    case "answered":
      return { ...call, answered: true };
    case "extend-asked":
      return { ...call, extendAsked: true };
    case "video-asked":
      return { ...call, video: "REQUESTED", videoAskedByPeer: false };
    case "kept":
      return { ...call, keep: action.keep };
    case "left":
      return { ...call, phase: "ended", video: "OFF", endReason: call.startedAt === null ? "declined" : "hang-up" };
  }
}

const ORDER: CallPhase[] = ["proposed", "connecting", "active", "ended"];

/**
 * The answer to a command comes by another way than the events, and perhaps after one that is newer, whatever the clock
 * says that stands in it. Where both came, the events have told everything.
 */
function isNews(call: CallView, { status, heard }: CallAction & { type: "status" }): boolean {
  return (
    status.interactionId === call.match.interactionId &&
    call.heard === heard &&
    ORDER.indexOf(phaseOf(status)) >= ORDER.indexOf(call.phase)
  );
}

export function canExtend(call: CallView): boolean {
  return call.phase === "active" && !call.extendAsked && call.extensions < MOST_EXTENSIONS;
}

/** Whole seconds that the server's clock leaves, and never below 0. */
export function secondsLeft(until: number | null, now: number): number {
  return until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
}
