import { isPassing } from "../api/problem";
import type { Calls } from "../call/call";
import type { Session } from "../session/session";

export type ReportReason = "harassment" | "nudity" | "minor" | "hate" | "spam" | "other";

const TRIES = 8;
const RETRY_MS = 1_500;

/** Getting rid of somebody. */
export class Safety {
  constructor(
    private readonly session: Session,
    private readonly calls: Calls,
  ) {}

  /**
   * Ends the call here and now, then has it ended, blocked and reported by one call that may be repeated. Should that be
   * refused, the call is ended all the same.
   */
  async panic(interactionId: string): Promise<void> {
    this.calls.leaveAtOnce();
    this.calls.dismiss();
    try {
      await this.insistently(() => this.session.call("/safety/panic", { method: "POST", body: { interactionId } }));
    } catch {
      await this.insistently(() =>
        this.session.call("/api/interactions/end", { method: "POST", body: { interactionId } }),
      );
    }
  }

  async block(userId: string): Promise<void> {
    await this.session.call("/safety/blocks", { method: "POST", body: { userId } });
  }

  async unblock(userId: string): Promise<void> {
    await this.session.call(`/safety/blocks/${userId}`, { method: "DELETE" });
  }

  async report(interactionId: string, reason: ReportReason, details: string): Promise<void> {
    const body = { interactionId, reason, ...(details ? { details } : {}) };
    await this.session.call("/safety/reports", { method: "POST", body });
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
