import { signal } from "@preact/signals";
import { isPassing } from "../api/problem";
import type { FoundMatch, NewBlock, NewReport, PanicAbout } from "../api/types";
import type { Calls } from "../call/call";
import type { Session } from "../session/session";

const TRIES = 8;
const RETRY_MS = 1_500;

/** What became of a panic: the call is over in any case; the rest has to be told to the services. */
export interface Panic {
  match: Pick<FoundMatch, "interactionId" | "peer">;
  state: "telling" | "told" | "failed";
}

/** Getting rid of somebody. */
export class Safety {
  /** The panic that is still looked at, if there was one. */
  readonly panicked = signal<Panic | null>(null);

  constructor(
    private readonly session: Session,
    private readonly calls: Calls,
  ) {}

  /**
   * Ends the call here and now, then has it ended, blocked and reported by one call that may be repeated. Should that be
   * refused, the call is ended all the same.
   */
  async panic(match: Panic["match"]): Promise<void> {
    this.calls.leaveAtOnce(match.interactionId);
    this.calls.dismiss();
    localStorage.setItem(this.key, JSON.stringify(match));
    const body: PanicAbout = { interactionId: match.interactionId };
    this.panicked.value = { match, state: "telling" };
    try {
      await this.insistently(() => this.session.call("/safety/panic", { method: "POST", body }));
      localStorage.removeItem(this.key);
      this.settle(match, "told");
    } catch {
      this.settle(match, "failed");
      await this.insistently(() => this.session.call("/api/interactions/end", { method: "POST", body })).catch(
        () => {},
      );
    }
  }

  /** Takes up a panic that had not got through when the page was left: that call does not come back. */
  resume(): void {
    const untold = localStorage.getItem(this.key);
    if (untold) this.panic(JSON.parse(untold) as Panic["match"]);
  }

  /** It has been looked at. */
  dismiss(): void {
    localStorage.removeItem(this.key);
    this.reset();
  }

  /** Blocks somebody, and is out of whatever there is with them. */
  async block(userId: string): Promise<void> {
    const body: NewBlock = { userId };
    await this.session.call("/safety/blocks", { method: "POST", body });
    if (this.calls.view.value?.match.peer.userId !== userId) return;
    this.calls.leaveAtOnce();
    this.calls.dismiss();
  }

  async unblock(userId: string): Promise<void> {
    await this.session.call(`/safety/blocks/${userId}`, { method: "DELETE" });
  }

  async report(report: NewReport): Promise<void> {
    await this.session.call("/safety/reports", { method: "POST", body: report });
  }

  reset(): void {
    this.panicked.value = null;
  }

  private get key(): string {
    return `connect.panic.${this.session.account.value?.userId}`;
  }

  private settle(match: Panic["match"], state: Panic["state"]): void {
    if (this.panicked.value?.match.interactionId === match.interactionId) this.panicked.value = { match, state };
  }

  private async insistently(action: () => Promise<unknown>): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await action();
        return;
      } catch (error) {
        if (!isPassing(error) || attempt >= TRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }
}
