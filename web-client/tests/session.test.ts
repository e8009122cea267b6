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

  it("has others forget what belonged to it, once", () => {
    const forget = vi.fn();
    session.onLeave = forget;
    session.leave("elsewhere");
    session.leave("elsewhere");
    expect(forget).toHaveBeenCalledTimes(1);
  });
});
