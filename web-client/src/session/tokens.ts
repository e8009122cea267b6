/** What user-service answers to a register, login or refresh. */
export interface TokenAnswer {
  accessToken: string;
  expiresInSeconds: number;
}

interface Held {
  value: string;
  expiresAt: number;
  refreshAt: number;
}

const REFRESH_BEFORE_MS = 60_000;
const RETRY_MS = 5_000;

/** Runs one thing at a time in all tabs of this browser, so that only one of them exchanges the refresh token. */
export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * The access token. It is held in memory only, and exchanged in time and unseen; the refresh token is in a cookie that no
 * script can read.
 */
export class Tokens<A extends TokenAnswer> {
  private held: Held | null = null;
  private pending: Promise<A> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Told each new token. */
  onNew: (token: string) => void = () => {};
  /** Told when the login is over: nothing but logging in again helps. */
  onLost: () => void = () => {};

  constructor(
    private readonly exchange: () => Promise<A>,
    private readonly isOver: (error: unknown) => boolean,
    private readonly turn: Turn = (work) => work(),
    private readonly now: () => number = Date.now,
  ) {}

  accept(answer: A): A {
    const life = answer.expiresInSeconds * 1000;
    const expiresAt = this.now() + life;
    this.held = {
      value: answer.accessToken,
      expiresAt,
      refreshAt: expiresAt - Math.min(REFRESH_BEFORE_MS, life / 3),
    };
    this.schedule(this.held.refreshAt - this.now());
    this.onNew(answer.accessToken);
    return answer;
  }

  clear(): void {
    clearTimeout(this.timer);
    this.held = null;
  }

  /** A token that is good for some seconds at least. Throws if there is none to be had. */
  async fresh(): Promise<string> {
    const held = this.held;
    if (held && this.now() < held.refreshAt) return held.value;
    try {
      return (await this.refresh()).accessToken;
    } catch (error) {
      // The one at hand is still good, though not for long.
      if (held && !this.isOver(error) && this.now() < held.expiresAt) return held.value;
      throw error;
    }
  }

  /** Exchanges now; whoever asks meanwhile gets the same answer. */
  refresh(): Promise<A> {
    this.pending ??= this.turn(this.exchange)
      .then((answer) => this.accept(answer))
      .catch((error: unknown) => {
        if (this.isOver(error)) {
          this.clear();
          this.onLost();
        } else if (this.held) {
          this.schedule(RETRY_MS);
        }
        throw error;
      })
      .finally(() => {
        this.pending = null;
      });
    return this.pending;
  }

  /** A timer sleeps with the machine: call this when the page is looked at again. */
  wake(): void {
    if (this.held && this.now() >= this.held.refreshAt) this.refresh().catch(() => {});
  }

  private schedule(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh().catch(() => {}), Math.max(0, delay));
  }
}
