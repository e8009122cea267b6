import { beforeEach, describe, expect, it, vi } from "vitest";
import { OfflineError, ProblemError } from "../src/api/problem";
import { originOf } from "../src/call/peer-link";
import { Side, settle, voice } from "./fake-connection";

const problem = (code: string) => new ProblemError({ status: 409, code, title: code, detail: "" });

describe("negotiating with the other browser", () => {
  let she: Side;
  let he: Side;

  beforeEach(() => {
    vi.stubGlobal("MediaStream", class {});
    she = new Side(false);
    he = new Side(true);
  });

  const last = <T>(list: T[]): T => {
    const item = list.at(-1);
    if (item === undefined) throw new Error("nothing was said");
    return item;
  };

  async function connect(): Promise<void> {
    she.link.start(voice);
    he.link.start(voice);
    await settle();
    he.link.receiveOffer(last(she.offers));
    await settle();
    she.link.receiveAnswer(last(he.answers));
    await settle();
  }

  it("begins with her offer, number 1; he waits for it", async () => {
    await connect();
    expect(she.offers.map((offer) => offer.negotiationId)).toEqual([1]);
    expect(he.offers).toEqual([]);
    expect(he.answers.map((answer) => answer.negotiationId)).toEqual([1]);
    expect(she.connection.signalingState).toBe("stable");
  });

  it("numbers every offer higher than any before, whoever makes it", async () => {
    await connect();
    he.link.restartIce();
    await settle();
    expect(last(he.offers).negotiationId).toBe(2);
    she.link.receiveOffer(last(he.offers));
    await settle();
    she.link.restartIce();
    await settle();
    expect(last(she.offers).negotiationId).toBe(3);
  });

  it("lets hers stand when two offers cross, and he rolls back", async () => {
    await connect();
    she.link.restartIce();
    he.link.restartIce();
    await settle();
    she.link.receiveOffer(last(he.offers));
    he.link.receiveOffer(last(she.offers));
    await settle();
    expect(she.answers).toEqual([]);
    expect(last(he.answers).negotiationId).toBe(2);
    she.link.receiveAnswer(last(he.answers));
    await settle();
    expect(she.connection.signalingState).toBe("stable");
    expect(he.connection.signalingState).toBe("stable");
  });

  it("takes his offer back when the server says that hers stands", async () => {
    await connect();
    he.refuse = problem("glare");
    he.link.restartIce();
    await settle();
    expect(he.connection.signalingState).toBe("stable");
    he.refuse = null;
    she.link.restartIce();
    await settle();
    he.link.receiveOffer(last(she.offers));
    await settle();
    expect(last(he.answers).negotiationId).toBe(2);
  });

  it("drops an offer that a newer one has overtaken", async () => {
    await connect();
    she.link.restartIce();
    await settle();
    const old = { ...last(she.offers), negotiationId: 0 };
    he.link.receiveOffer(old);
    await settle();
    expect(he.answers).toHaveLength(1);
  });

  it("answers again an offer that comes again, since the answer may have been lost", async () => {
    await connect();
    he.link.receiveOffer(last(she.offers));
    await settle();
    expect(he.answers).toHaveLength(2);
    expect(he.answers[0]).toEqual(he.answers[1]);
  });

  it("keeps candidates that come before their description", async () => {
    she.link.start(voice);
    he.link.start(voice);
    await settle();
    const early = { negotiationId: 1, candidate: "candidate:1", sdpMid: "0", sdpMLineIndex: 0 };
    he.link.receiveCandidate(early);
    await settle();
    expect(he.connection.added).toEqual([]);
    he.link.receiveOffer(last(she.offers));
    await settle();
    expect(he.connection.added).toEqual(["candidate:1"]);
  });

  it("ignores candidates of a negotiation that is over", async () => {
    await connect();
    he.link.restartIce();
    await settle();
    she.link.receiveOffer(last(he.offers));
    await settle();
    she.link.receiveCandidate({ negotiationId: 1, candidate: "candidate:old", sdpMid: "0", sdpMLineIndex: 0 });
    await settle();
    expect(she.connection.added).toEqual([]);
  });

  it("says an unanswered offer again when the socket is back", async () => {
    she.refuse = new OfflineError();
    she.link.start(voice);
    await settle();
    expect(she.offers).toEqual([]);
    she.refuse = null;
    she.link.resync(0);
    await settle();
    expect(she.offers.map((offer) => offer.negotiationId)).toEqual([1]);
  });

  it("sends candidates later that found no socket", async () => {
    await connect();
    she.refuse = new OfflineError();
    she.connection.onicecandidate?.({ candidate: { candidate: "candidate:9", sdpMid: "0", sdpMLineIndex: 0 } });
    await settle();
    she.refuse = null;
    she.link.resync(1);
    await settle();
    expect(she.candidates.map((sent) => sent.candidate)).toEqual(["candidate:9"]);
  });

  it("begins a new connection when the other one's page was loaded anew", async () => {
    await connect();
    const reloaded = new Side(false, 1);
    reloaded.link.start(voice);
    await settle();
    expect(last(reloaded.offers).negotiationId).toBe(2);
    he.link.receiveOffer(last(reloaded.offers));
    await settle();
    expect(he.connections).toHaveLength(2);
    expect(he.connections[0]?.closed).toBe(true);
    expect(last(he.answers).negotiationId).toBe(2);
  });

  it("lets him lead after his own page was loaded anew and no offer comes", async () => {
    await connect();
    const reloaded = new Side(true, 1);
    reloaded.link.start(voice);
    await settle();
    expect(reloaded.offers).toEqual([]);
    reloaded.link.takeLead();
    await settle();
    expect(last(reloaded.offers).negotiationId).toBe(2);
    she.link.receiveOffer(last(reloaded.offers));
    await settle();
    expect(she.connections).toHaveLength(2);
    expect(last(she.answers).negotiationId).toBe(2);
  });

  it("looks for another way when the connection has failed", async () => {
    await connect();
    she.connection.iceConnectionState = "failed";
    she.connection.oniceconnectionstatechange?.();
    await settle();
    expect(she.connection.restarts).toBe(1);
    expect(last(she.offers).negotiationId).toBe(2);
  });

  it("does nothing any more once it is closed", async () => {
    await connect();
    she.link.close();
    she.link.receiveOffer({ negotiationId: 9, sdp: "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\n" });
    await settle();
    expect(she.answers).toEqual([]);
  });

  it("tells connections apart by the origin line", () => {
    expect(originOf("v=0\r\no=- 46117 2 IN IP4 127.0.0.1\r\ns=-\r\n")).toBe("46117");
  });
});
