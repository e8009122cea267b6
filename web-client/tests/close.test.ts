import { describe, expect, it } from "vitest";
import { afterClose, backoff } from "../src/realtime/close";

const half = () => 0.5;

describe("a socket that was closed", () => {
  it("comes back when the server said so", () => {
    expect(afterClose(4000, '{"retryAfterMs":12000}', 0, half)).toEqual({ kind: "retry", delayMs: 12_000 });
  });

  it("comes back by itself when the server said nothing readable", () => {
    expect(afterClose(4000, "bye", 0, half)).toEqual({ kind: "retry", delayMs: 300 });
    expect(afterClose(4000, '{"retryAfterMs":-1}', 0, half)).toEqual({ kind: "retry", delayMs: 300 });
  });

  it.each([1006, 1001, 4001, 4008, 4012, 4013])("comes back after %i", (code) => {
    expect(afterClose(code, "", 0, half).kind).toBe("retry");
  });

  it("gets a new token first, but does not hammer", () => {
    expect(afterClose(4501, "", 0, half)).toEqual({ kind: "renew" });
    expect(afterClose(4501, "", 2, half).kind).toBe("retry");
  });

  it.each([
    [4502, "suspended"],
    [4503, "replaced"],
    [4504, "protocol"],
    [4505, "logged-out"],
  ])("stays away after %i", (code, why) => {
    expect(afterClose(code, "", 0, half)).toEqual({ kind: "stop", why });
  });

  it("waits longer each time, never more than 15 s, and never all at the same moment", () => {
    const longest = [0, 1, 2, 3, 9].map((attempt) => backoff(attempt, () => 1));
    expect(longest).toEqual([400, 800, 1_600, 3_200, 15_000]);
    expect(backoff(3, () => 0)).toBe(1_600);
  });
});
