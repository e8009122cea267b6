import { describe, expect, it } from "vitest";
import type { FoundMatch, InteractionStatus } from "../src/api/types";
import { type CallView, canExtend, reduceCall, secondsLeft } from "../src/call/call-state";
import type { LiveEvent } from "../src/realtime/socket";

const SERVER = Date.parse("2026-05-01T10:00:00.000Z");
/** This machine's clock is an hour behind. */
const NOW = SERVER - 3_600_000;

const at = (seconds: number) => new Date(SERVER + seconds * 1000).toISOString();
const event = (type: string, data: object): LiveEvent => ({ id: "e", type, at: at(0), data });

const match: FoundMatch = {
  interactionId: "i1",
  intent: "language",
  peer: { userId: "him", displayName: "Jonas", age: 30, bio: "", interests: [], languages: [], photos: [] },
  role: "offerer",
  iceServers: [],
  iceTransportPolicy: "all",
  respondBy: at(15),
  callSeconds: 180,
};

const status = (change: Partial<InteractionStatus> = {}): InteractionStatus => ({
  ...match,
  state: "ACTIVE",
  negotiationId: 3,
  startedAt: at(-60),
  endsAt: at(120),
  video: "OFF",
  serverNow: at(0),
  ...change,
});

const play = (...events: LiveEvent[]) =>
  events.reduce<CallView | null>((call, next) => reduceCall(call, next, NOW), null);

const found = event("found-match", match);
const connecting = event("call-connecting", { interactionId: "i1" });
const started = event("call-started", {
  interactionId: "i1",
  startedAt: at(0),
  endsAt: at(180),
  serverNow: at(0),
});

describe("a call", () => {
  it("begins with a proposal, timed by the server's clock", () => {
    const call = play(found);
    expect(call?.phase).toBe("proposed");
    expect(secondsLeft(call?.respondBy ?? null, NOW)).toBe(15);
  });

  it("goes on to a running clock", () => {
    const call = play(found, connecting, started);
    expect(call?.phase).toBe("active");
    expect(secondsLeft(call?.endsAt ?? null, NOW + 30_000)).toBe(150);
  });

  it("does not go back to connecting when an event comes late", () => {
    expect(play(found, connecting, started, connecting)?.phase).toBe("active");
  });

  it("ignores what belongs to another interaction", () => {
    const other = event("call-ended", { interactionId: "i2", reason: "hang-up", durationSeconds: 1 });
    expect(play(found, connecting, started, other)?.phase).toBe("active");
  });

  it("ends once, and only learns of a connection afterwards", () => {
    const ended = event("call-ended", { interactionId: "i1", reason: "completed", durationSeconds: 180 });
    const call = play(found, connecting, started, ended, started);
    expect(call).toMatchObject({ phase: "ended", endReason: "completed", durationSeconds: 180 });
    const connected = event("connected", { interactionId: "i1", connectionId: "c", roomId: "r" });
    expect(reduceCall(call, connected, NOW)?.connected).toEqual({ connectionId: "c", roomId: "r" });
  });

  it("takes the server's whole truth after a reload", () => {
    const call = play(event("state", { interaction: status({ video: "ON" }) }));
    expect(call).toMatchObject({ phase: "active", negotiationId: 3, video: "ON" });
    expect(secondsLeft(call?.endsAt ?? null, NOW)).toBe(120);
  });

  it("keeps what only this page knows when the truth comes again", () => {
    const kept = reduceCall(play(found, connecting, started), { type: "kept", keep: true }, NOW);
    expect(reduceCall(kept, event("state", { interaction: status() }), NOW)?.keep).toBe(true);
  });

  it("is over when the server knows of none any more", () => {
    const call = reduceCall(play(found, connecting, started), event("state", { interaction: null }), NOW);
    expect(call?.phase).toBe("ended");
    expect(play(event("state", { interaction: null }))).toBeNull();
  });

  it("knows who asked for video", () => {
    const call = play(found, connecting, started, event("video-requested", { interactionId: "i1", by: "him" }));
    expect(call).toMatchObject({ video: "REQUESTED", videoAskedByPeer: true });
    const mine = reduceCall(play(found, connecting, started), { type: "video-asked" }, NOW);
    expect(mine).toMatchObject({ video: "REQUESTED", videoAskedByPeer: false });
    const denied = event("video-declined", { interactionId: "i1", by: "him", video: "DENIED" });
    expect(reduceCall(mine, denied, NOW)?.video).toBe("DENIED");
  });

  it("is extended twice at most", () => {
    const extended = event("call-extended", { interactionId: "i1", endsAt: at(360), serverNow: at(0) });
    const once = play(found, connecting, started, extended);
    expect(once && canExtend(once)).toBe(true);
    const twice = reduceCall(once, extended, NOW);
    expect(twice && canExtend(twice)).toBe(false);
    expect(secondsLeft(twice?.endsAt ?? null, NOW)).toBe(360);
  });

  it("shows that the other one is away for a moment", () => {
    const away = event("peer-reconnecting", { interactionId: "i1" });
    const back = event("peer-reconnected", { interactionId: "i1" });
    expect(play(found, connecting, started, away)?.peerAway).toBe(true);
    expect(play(found, connecting, started, away, back)?.peerAway).toBe(false);
  });

  it("does not fall back behind an event when the answer to a command comes late", () => {
    const asked = reduceCall(play(found, connecting, started), { type: "video-asked" }, NOW);
    const answer = {
      type: "status",
      status: status({ video: "REQUESTED", serverNow: at(5) }),
      heard: asked?.heard ?? 0,
    } as const;
    expect(reduceCall(asked, answer, NOW)).toMatchObject({ video: "REQUESTED", clockAhead: 3_605_000 });

    const approved = reduceCall(asked, event("video-approved", { interactionId: "i1", video: "ON" }), NOW);
    expect(reduceCall(approved, answer, NOW), "though the answer names a later time").toEqual(approved);

    const back = reduceCall(asked, event("state", { interaction: status({ video: "ON" }) }), NOW);
    expect(reduceCall(back, answer, NOW)?.video).toBe("ON");
  });

  it("does not come to life again by the answer to a command that was sent before hanging up", () => {
    const live = play(found, connecting, started);
    const left = reduceCall(live, { type: "left" }, NOW);
    const answer = { type: "status", status: status(), heard: live?.heard ?? 0 } as const;
    expect(reduceCall(left, answer, NOW)?.phase).toBe("ended");
  });

  it("stays left when this person hung up", () => {
    const left = reduceCall(play(found, connecting, started), { type: "left" }, NOW);
    expect(left).toMatchObject({ phase: "ended", endReason: "hang-up" });
    expect(reduceCall(left, started, NOW)?.phase).toBe("ended");
  });
});
