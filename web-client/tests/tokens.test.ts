import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type TokenAnswer, Tokens } from "../src/session/tokens";

class Over extends Error {}

describe("the access token", () => {
  const exchange = vi.fn<() => Promise<TokenAnswer>>();
  let tokens: Tokens<TokenAnswer>;

  beforeEach(() => {
    vi.useFakeTimers();
    exchange.mockReset();
    let count = 1;
    exchange.mockImplementation(async () => ({ accessToken: `token-${++count}`, expiresInSeconds: 600 }));
    tokens = new Tokens(exchange, (error) => error instanceof Over);
  });
  afterEach(() => vi.useRealTimers());

  const logIn = () => tokens.accept({ accessToken: "token-1", expiresInSeconds: 600 });

  it("is used as it is while it is good", async () => {
    logIn();
    expect(await tokens.fresh()).toBe("token-1");
    expect(exchange).not.toHaveBeenCalled();
  });

  it("is exchanged in time, unseen, and told to whoever uses it", async () => {
    const heard: string[] = [];
    tokens.onNew = (token) => heard.push(token);
    logIn();
    await vi.advanceTimersByTimeAsync(541_000);
    expect(heard).toEqual(["token-1", "token-2"]);
    expect(await tokens.fresh()).toBe("token-2");
  });

  it("is exchanged in time too when it lives a few seconds only", async () => {
    tokens.accept({ accessToken: "short", expiresInSeconds: 9 });
    await vi.advanceTimersByTimeAsync(6_100);
    expect(exchange).toHaveBeenCalledTimes(1);
  });

  it("is exchanged once however many ask", async () => {
    const all = await Promise.all([tokens.fresh(), tokens.fresh(), tokens.refresh()]);
    expect(exchange).toHaveBeenCalledTimes(1);
    expect(all[0]).toBe("token-2");
  });

  it("goes on being used while nobody answers, and the exchange is tried again", async () => {
    logIn();
    exchange.mockRejectedValueOnce(new Error("offline"));
    await vi.advanceTimersByTimeAsync(541_000);
    expect(exchange).toHaveBeenCalledTimes(1);
    exchange.mockRejectedValueOnce(new Error("offline"));
    expect(await tokens.fresh()).toBe("token-1");
    await vi.advanceTimersByTimeAsync(6_000);
    expect(await tokens.fresh()).toBe("token-2");
  });

  it("says so when the login is over, and holds nothing any more", async () => {
    const lost = vi.fn();
    tokens.onLost = lost;
    logIn();
    exchange.mockRejectedValue(new Over());
    await vi.advanceTimersByTimeAsync(541_000);
    expect(lost).toHaveBeenCalledTimes(1);
    await expect(tokens.fresh()).rejects.toThrow(Over);
  });

  it("is exchanged when the machine wakes up too late for the timer", async () => {
    logIn();
    vi.setSystemTime(Date.now() + 3_600_000);
    tokens.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(exchange).toHaveBeenCalledTimes(1);
  });
});
