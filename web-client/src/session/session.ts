import { signal } from "@preact/signals";
import { ask, type Call } from "../api/http";
import type { Path } from "../api/paths";
import { hasCode, isPassing, ProblemError } from "../api/problem";
import type { Account, LoginAnswer, Registration } from "../api/types";
import { Tokens, type Turn } from "./tokens";

const HINT = "connect.logged-in";
const COOKIE = { "X-Refresh-Token": "cookie" };
const RETRY_MS = 3_000;

/** Who uses this page. `undefined` until that is known. */
export class Session {
  readonly account = signal<Account | null | undefined>(undefined);
  /** Why the last login ended, if not by the person's own wish. */
  readonly ended = signal<"expired" | "suspended" | "elsewhere" | null>(null);
  readonly tokens = new Tokens<LoginAnswer>(
    () => ask<LoginAnswer>("/auth/refresh", { method: "POST", headers: COOKIE }),
    (error) => error instanceof ProblemError && [400, 401, 403].includes(error.problem.status),
    oneTabAtATime,
  );
  /** Told before the account is forgotten, while calls still work or did so a moment ago. */
  onLeave: () => void = () => {};
  private ending = false;

  constructor() {
    this.tokens.onLost = () => this.leave("expired");
  }

  /** Takes up the login of an earlier visit, if there is one. */
  async resume(): Promise<void> {
    if (!localStorage.getItem(HINT)) {
      this.account.value = null;
      return;
    }
    try {
      this.enter(await this.tokens.refresh());
    } catch (error) {
      if (isPassing(error)) setTimeout(() => this.resume(), RETRY_MS);
      else this.leave(null);
    }
  }

  async logIn(email: string, password: string): Promise<void> {
    await this.begin("/auth/login", { email, password });
  }

  async register(registration: Registration): Promise<void> {
    await this.begin("/auth/register", registration);
  }

  async logOut(): Promise<void> {
    await this.endBy(() =>
      this.call("/auth/logout", { method: "POST" }).catch((error: unknown) => {
        if (isPassing(error)) throw error;
      }),
    );
  }

  /** Ends this login by the person's own wish. The sockets may tell of it before this request is answered: no news then. */
  async endBy(request: () => Promise<unknown>): Promise<void> {
    this.ending = true;
    try {
      await request();
      this.leave(null);
    } finally {
      this.ending = false;
    }
  }

  /** Asks a service as this person. */
  async call<T>(path: Path, call: Call = {}): Promise<T> {
    try {
      return await ask<T>(path, { ...call, token: await this.tokens.fresh() });
    } catch (error) {
      // Valid by our clock and yet refused: perhaps it was ended, perhaps the clocks differ. One exchange tells.
      if (!hasCode(error, "invalid-token")) throw error;
      const { accessToken } = await this.tokens.refresh();
      return ask<T>(path, { ...call, token: accessToken });
    }
  }

  emailConfirmed(): void {
    const account = this.account.value;
    if (account) this.account.value = { ...account, emailVerified: true };
  }

  /** The login is over: here, for whatever reason. Each socket tells of it, and the first to do so says why. */
  leave(why: "expired" | "suspended" | "elsewhere" | null): void {
    localStorage.removeItem(HINT);
    this.tokens.clear();
    if (this.account.value) {
      this.ended.value = this.ending ? null : why;
      this.onLeave();
    }
    this.account.value = null;
  }

  private async begin(path: Path, body: unknown): Promise<void> {
    const answer = await ask<LoginAnswer>(path, { method: "POST", body, headers: COOKIE });
    this.enter(this.tokens.accept(answer));
  }

  private enter(answer: LoginAnswer): void {
    localStorage.setItem(HINT, "yes");
    this.ended.value = null;
    this.account.value = answer.user;
  }
}

const oneTabAtATime: Turn = (work) =>
  "locks" in navigator ? (navigator.locks.request("connect.refresh", work) as ReturnType<typeof work>) : work();
