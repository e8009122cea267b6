import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Account } from "../src/api/types";
import { Session } from "../src/session/session";

const WANDA = { userId: "wanda", email: "wanda@example.com", displayName: "Wanda", role: "female" } as Account;

describe("a login that ends", () => {
  let session: Session;

  beforeEach(() => {
    vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => {}, removeItem: () => {} });
    session = new Session();
    session.account.value = WANDA;
  });

  it("says why, however many sockets and requests tell of it", () => {
    session.leave("suspended");
    session.leave("suspended");
    session.leave("expired");
    expect(session.ended.value).toBe("suspended");
    expect(session.account.value).toBeNull();
  });

  it("is no news where it was asked for, though a socket tells of it first", async () => {
    await session.endBy(async () => session.leave("elsewhere"));
    expect(session.account.value).toBeNull();
    expect(session.ended.value).toBeNull();
  });

  it("goes on where the wish to end it failed", async () => {
    await expect(session.endBy(() => Promise.reject(new Error("no network")))).rejects.toThrow("no network");
    expect(session.account.value).toBe(WANDA);
    session.leave("elsewhere");
    expect(session.ended.value).toBe("elsewhere");
  });

  it("has others forget what belonged to it, once", () => {
    const forget = vi.fn();
    session.onLeave = forget;
    session.leave("elsewhere");
    session.leave("elsewhere");
    expect(forget).toHaveBeenCalledTimes(1);
  });
});
