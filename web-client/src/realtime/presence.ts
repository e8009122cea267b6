import { signal } from "@preact/signals";
import type { LiveEvent, LiveSocket } from "./socket";

export type PresenceStatus = "offline" | "online" | "queuing" | "in-call";

/** Who of my connections is here. Only a hint, and forgotten with the connection that told it. */
export class Presence {
  readonly statuses = signal<ReadonlyMap<string, PresenceStatus>>(new Map());
  private watched: string[] = [];

  constructor(private readonly socket: () => LiveSocket) {}

  watch(userIds: string[]): void {
    const next = [...new Set(userIds)].sort().slice(0, 200);
    if (next.join() === this.watched.join()) return;
    this.watched = next;
    this.ask();
  }

  receive(event: LiveEvent): void {
    if (event.type === "state") this.ask();
    if (event.type === "presence-changed") {
      const { userId, status } = event.data as { userId: string; status: PresenceStatus };
      this.statuses.value = new Map(this.statuses.value).set(userId, status);
    }
  }

  reset(): void {
    this.watched = [];
    this.statuses.value = new Map();
  }

  private ask(): void {
    if (this.watched.length > 0) {
      this.socket()
        .send("/app/presence/subscribe", { userIds: this.watched })
        .catch(() => {});
    }
  }
}
