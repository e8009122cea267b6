import { signal } from "@preact/signals";
import { Client, type IFrame, type IMessage, Versions } from "@stomp/stompjs";
import { OfflineError, type Problem, ProblemError } from "../api/problem";
import { type AfterClose, afterClose } from "./close";

/** What a service tells; the first of each connection is `state`. */
export interface LiveEvent {
  id: string;
  type: string;
  at: string;
  data: unknown;
}

export type SocketStatus = "off" | "connecting" | "live" | "waiting";

interface Command {
  done: () => void;
  refused: (error: Error) => void;
  timer: ReturnType<typeof setTimeout>;
}

const RECEIPT_PATIENCE_MS = 10_000;
const SETTLED_AFTER_MS = 10_000;

/** A connection to one realtime service that comes back by itself, and says so. */
export class LiveSocket {
  readonly status = signal<SocketStatus>("off");
  private client: Client | null = null;
  private attempt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private settled: ReturnType<typeof setTimeout> | undefined;
  private commands = new Map<string, Command>();
  private nextReceipt = 1;

  constructor(
    private readonly path: string,
    private readonly tokens: { fresh: () => Promise<string>; refresh: () => Promise<unknown> },
    private readonly onEvent: (event: LiveEvent) => void,
    private readonly onStop: (why: (AfterClose & { kind: "stop" })["why"]) => void,
  ) {}

  start(): void {
    if (this.status.value !== "off") return;
    this.attempt = 0;
    this.connect();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.status.value = "off";
    this.drop();
  }

  /** Does not wait any longer: the network is back, or somebody looks at the page again. */
  hurry(): void {
    if (this.status.value === "waiting") {
      clearTimeout(this.timer);
      this.connect();
    }
  }

  /** Sends a command, and settles when it has taken effect or was refused. */
  send(destination: string, payload: unknown): Promise<void> {
    const client = this.client;
    if (!client?.connected || this.status.value !== "live") return Promise.reject(new OfflineError());
    const receipt = `r${this.nextReceipt++}`;
    return new Promise((done, refused) => {
      const timer = setTimeout(() => this.settle(receipt, new OfflineError()), RECEIPT_PATIENCE_MS);
      this.commands.set(receipt, { done, refused, timer });
      client.publish({
        destination,
        body: JSON.stringify(payload),
        headers: { "content-type": "application/json", receipt },
      });
    });
  }

  /** Gives the live connection a new token before the old one runs out. */
  renewToken(accessToken: string): void {
    this.send("/app/auth/refresh", { accessToken }).catch(() => {});
  }

  private async connect(): Promise<void> {
    this.status.value = "connecting";
    this.drop();
    let token: string;
    try {
      token = await this.tokens.fresh();
    } catch {
      this.waitAndRetry({ kind: "retry", delayMs: 2_000 });
      return;
    }
    if (this.status.value !== "connecting") return;
    const client = new Client({
      webSocketFactory: () => this.open(),
      stompVersions: new Versions([Versions.V1_2]),
      connectHeaders: { Authorization: `Bearer ${token}` },
      heartbeatIncoming: 10_000,
      heartbeatOutgoing: 10_000,
      reconnectDelay: 0,
      connectionTimeout: 10_000,
    });
    this.client = client;
    client.onConnect = () => this.connected(client);
    client.onUnhandledReceipt = (frame: IFrame) => this.settle(frame.headers["receipt-id"]);
    client.onWebSocketClose = (close: CloseEvent) => {
      if (this.client === client) this.closed(close.code, close.reason);
    };
    client.activate();
  }

  /** Answers each heart-beat at once: a hidden page's own timers are too slow to be believed alive. */
  private open(): WebSocket {
    const address = new URL(this.path, location.href);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(address, ["v12.stomp"]);
    socket.addEventListener("message", (message) => {
      if (message.data === "\n" && socket.readyState === WebSocket.OPEN) socket.send("\n");
    });
    return socket;
  }

  private connected(client: Client): void {
    if (this.client !== client) return;
    client.subscribe("/user/queue/errors", (message) => this.refused(message));
    client.subscribe("/user/queue/events", (message) => {
      if (this.client !== client) return;
      this.status.value = "live";
      this.onEvent(JSON.parse(message.body) as LiveEvent);
    });
    this.settled = setTimeout(() => {
      this.attempt = 0;
    }, SETTLED_AFTER_MS);
  }

  private refused(message: IMessage): void {
    const problem = JSON.parse(message.body) as Problem;
    this.settle(message.headers["receipt-id"], new ProblemError(problem));
  }

  private settle(receipt: string | undefined, error?: Error): void {
    const command = receipt === undefined ? undefined : this.commands.get(receipt);
    if (!command || receipt === undefined) return;
    this.commands.delete(receipt);
    clearTimeout(command.timer);
    if (error) command.refused(error);
    else command.done();
  }

  private closed(code: number, reason: string): void {
    this.drop();
    const next = afterClose(code, reason, this.attempt++, Math.random);
    switch (next.kind) {
      case "stop":
        this.status.value = "off";
        this.onStop(next.why);
        break;
      case "renew":
        this.status.value = "connecting";
        this.tokens
          .refresh()
          .then(() => {
            if (this.status.value === "connecting") this.connect();
          })
          .catch(() => this.waitAndRetry({ kind: "retry", delayMs: 2_000 }));
        break;
      case "retry":
        this.waitAndRetry(next);
        break;
    }
  }

  private waitAndRetry(next: AfterClose & { kind: "retry" }): void {
    if (this.status.value === "off") return;
    this.status.value = "waiting";
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.connect(), next.delayMs);
  }

  /** Forgets the connection, and tells whoever waits for an answer that none will come. */
  private drop(): void {
    clearTimeout(this.settled);
    const client = this.client;
    this.client = null;
    client?.deactivate({ force: true });
    for (const receipt of [...this.commands.keys()]) this.settle(receipt, new OfflineError());
  }
}
