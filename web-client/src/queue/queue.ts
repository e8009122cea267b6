import { signal } from "@preact/signals";
import { isPassing } from "../api/problem";
import type { Intent, Place } from "../api/types";
import type { LiveEvent } from "../realtime/socket";
import type { Session } from "../session/session";

/** Waiting for somebody. */
export class Queue {
  readonly intents = signal<Intent[] | null>(null);
  /** My place, or null while I do not wait. */
  readonly place = signal<Place | null>(null);
  readonly joining = signal<string | null>(null);
  /** What this person wants until it comes true or they change their mind: a lost place is taken again. */
  private wanted: { intent: string; ticket: string | null } | null = null;

  constructor(private readonly session: Session) {}

  async loadIntents(): Promise<void> {
    this.intents.value = await this.session.call<Intent[]>("/api/queue/intents");
  }

  async join(intent: string): Promise<void> {
    this.joining.value = intent;
    this.wanted = { intent, ticket: null };
    try {
      await this.enter();
    } catch (error) {
      this.wanted = null;
      throw error;
    } finally {
      this.joining.value = null;
    }
  }

  async leave(): Promise<void> {
    this.wanted = null;
    this.place.value = null;
    await this.session.call("/api/queue", { method: "DELETE" });
  }

  /** A match takes the person out of the queue. */
  matched(): void {
    this.wanted = null;
    this.place.value = null;
  }

  reset(): void {
    this.matched();
    this.intents.value = null;
  }

  receive(event: LiveEvent): void {
    switch (event.type) {
      case "state":
        this.takeState((event.data as { ticket: Place | null }).ticket);
        break;
      case "queue-joined":
        this.takePlace(event.data as Place);
        break;
      case "queue-left":
        this.left((event.data as { reason: string }).reason);
        break;
    }
  }

  private takeState(place: Place | null): void {
    if (place) this.takePlace(place);
    else if (this.wanted && this.place.value) this.takeAgain();
    else this.place.value = null;
  }

  private takePlace(place: Place): void {
    this.place.value = { ...place, since: Date.now() - (place.waitedSeconds ?? 0) * 1000 };
    this.wanted = { intent: place.intent, ticket: place.ticket };
  }

  private left(reason: string): void {
    if ((reason === "disconnected" || reason === "expired") && this.wanted) this.takeAgain();
    else this.matched();
  }

  private takeAgain(): void {
    this.enter().catch(() => this.matched());
  }

  /** Asking twice is no harm: who waits already is told the same place. */
  private async enter(): Promise<void> {
    const wanted = this.wanted;
    if (!wanted) return;
    const body = { intent: wanted.intent, ...(wanted.ticket ? { ticket: wanted.ticket } : {}) };
    try {
      this.entered(await this.session.call<Place>("/api/queue/join", { method: "POST", body }));
    } catch (error) {
      if (!isPassing(error)) throw error;
      this.entered(await this.session.call<Place>("/api/queue/join", { method: "POST", body }));
    }
  }

  /** Unless the match was faster than the answer. */
  private entered(place: Place): void {
    if (this.wanted) this.takePlace(place);
  }
}
