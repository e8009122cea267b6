import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { OfflineError, ProblemError } from "../src/api/problem";
import { Calls } from "../src/call/call";
import type { LiveSocket } from "../src/realtime/socket";
import { Safety } from "../src/safety/safety";
import type { Session } from "../src/session/session";

const PEER = { userId: "max", displayName: "Max", age: 31, bio: "", interests: [], languages: [], photos: [] };
const FOUND = {
  interactionId: "call-1",
  intent: "casual",
  peer: PEER,
  role: "offerer",
  iceServers: [],
  iceTransportPolicy: "all",
  respondBy: "2026-01-01T00:00:15.000Z",
  callSeconds: 180,
};
const REFUSED = new ProblemError({ status: 404, code: "not-found", title: "", detail: "" });

const stored = new Map<string, string>();
const ask = vi.fn<(path: string) => Promise<unknown>>();
let calls: Calls;
let safety: Safety;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  });
  stored.clear();
  const session = { call: ask, account: { value: { userId: "wanda" } } } as unknown as Session;
  calls = new Calls(session, () => ({}) as LiveSocket);
  safety = new Safety(session, calls);
  calls.receive({ id: "1", type: "found-match", at: "2026-01-01T00:00:00.000Z", data: FOUND });
});

afterEach(() => {
  vi.useRealTimers();
  ask.mockReset();
});

const match = () => ({ interactionId: FOUND.interactionId, peer: PEER });
const paths = () => ask.mock.calls.map(([path]) => path);

describe("a panic", () => {
  it("is out of the call before anybody has answered", () => {
    ask.mockReturnValue(new Promise(() => {}));
    safety.panic(match());
    expect(calls.view.value).toBeNull();
    expect(safety.panicked.value?.state).toBe("telling");
  });

  it("is told again until it gets through", async () => {
    ask.mockRejectedValueOnce(new OfflineError()).mockResolvedValueOnce({});
    const told = safety.panic(match());
    await vi.runAllTimersAsync();
    await told;
    expect(paths()).toEqual(["/safety/panic", "/safety/panic"]);
    expect(safety.panicked.value?.state).toBe("told");
  });

  it("that is refused ends the call all the same, and can be tried again", async () => {
    ask.mockRejectedValueOnce(REFUSED).mockResolvedValue({});
    await safety.panic(match());
    expect(paths()).toEqual(["/safety/panic", "/api/interactions/end"]);
    expect(safety.panicked.value?.state).toBe("failed");
    await safety.panic(match());
    expect(safety.panicked.value?.state).toBe("told");
  });

  it("that had not got through when the page was loaded again is taken up", async () => {
    ask.mockReturnValueOnce(new Promise(() => {})).mockResolvedValue({});
    safety.panic(match());
    safety.reset();
    safety.resume();
    await vi.runAllTimersAsync();
    expect(safety.panicked.value).toEqual({ match: match(), state: "told" });
    safety.dismiss();
    safety.resume();
    expect(safety.panicked.value).toBeNull();
  });

  it("leaves a call that does not come back, and is ended where it still goes on", async () => {
    ask.mockRejectedValue(REFUSED);
    await safety.panic(match());
    await safety.panic(match());
    ask.mockClear();
    const interaction = { ...FOUND, state: "ACTIVE", negotiationId: 1, video: "OFF", serverNow: FOUND.respondBy };
    calls.receive({ id: "2", type: "state", at: "2026-01-01T00:00:05.000Z", data: { interaction } });
    expect(calls.view.value).toBeNull();
    expect(paths()).toEqual(["/api/interactions/end"]);
  });
});

describe("a block", () => {
  it("leads out of a call with them", async () => {
    ask.mockResolvedValue({});
    await safety.block(PEER.userId);
    expect(calls.view.value).toBeNull();
  });

  it("of somebody else does not", async () => {
    ask.mockResolvedValue({});
    await safety.block("somebody");
    expect(calls.view.value).not.toBeNull();
  });
});
