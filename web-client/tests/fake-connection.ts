import type { Candidate, Description } from "../src/call/peer-link";
import { PeerLink } from "../src/call/peer-link";

let origins = 0;

/** As much of an RTCPeerConnection as negotiation needs, with the rules of JSEP about when which description fits. */
export class FakeConnection {
  signalingState: RTCSignalingState = "stable";
  connectionState: RTCPeerConnectionState = "new";
  iceConnectionState: RTCIceConnectionState = "new";
  localDescription: RTCSessionDescriptionInit | null = null;
  remoteDescription: RTCSessionDescriptionInit | null = null;
  onnegotiationneeded: (() => void) | null = null;
  onicecandidate: ((event: { candidate: RTCIceCandidateInit | null }) => void) | null = null;
  ontrack: unknown = null;
  onconnectionstatechange: (() => void) | null = null;
  oniceconnectionstatechange: (() => void) | null = null;
  readonly added: string[] = [];
  readonly origin = ++origins;
  restarts = 0;
  closed = false;
  private version = 0;

  addTrack(): void {
    queueMicrotask(() => this.onnegotiationneeded?.());
  }

  addTransceiver(): void {
    this.addTrack();
  }

  getTransceivers(): [] {
    return [];
  }

  async setLocalDescription(description?: RTCSessionDescriptionInit): Promise<void> {
    await Promise.resolve();
    if (description?.type === "rollback") {
      if (this.signalingState !== "have-local-offer") throw new Error("nothing to roll back");
      this.signalingState = "stable";
      return;
    }
    const type = this.signalingState === "have-remote-offer" ? "answer" : "offer";
    this.version += 1;
    this.localDescription = { type, sdp: `v=0\r\no=- ${this.origin} ${this.version} IN IP4 127.0.0.1\r\n${type}` };
    this.signalingState = type === "answer" ? "stable" : "have-local-offer";
  }

  async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
    await Promise.resolve();
    if (description.type === "answer" && this.signalingState !== "have-local-offer") throw new Error("no offer");
    this.remoteDescription = description;
    this.signalingState = description.type === "answer" ? "stable" : "have-remote-offer";
  }

  async addIceCandidate({ candidate }: RTCIceCandidateInit): Promise<void> {
    this.added.push(candidate ?? "");
  }

  restartIce(): void {
    this.restarts += 1;
    queueMicrotask(() => this.onnegotiationneeded?.());
  }

  close(): void {
    this.closed = true;
    this.signalingState = "closed";
  }
}

/** One side, and what it said. */
export class Side {
  readonly connections: FakeConnection[] = [];
  readonly offers: Description[] = [];
  readonly answers: Description[] = [];
  readonly candidates: Candidate[] = [];
  /** What the server answers to the next offers; null lets them pass. */
  refuse: Error | null = null;
  readonly link: PeerLink;

  constructor(polite: boolean, negotiationId = 0) {
    this.link = new PeerLink({
      polite,
      negotiationId,
      configuration: {},
      signaling: {
        offer: async (offer) => {
          if (this.refuse) throw this.refuse;
          this.offers.push(offer);
        },
        answer: async (answer) => {
          this.answers.push(answer);
        },
        candidate: async (candidate) => {
          if (this.refuse) throw this.refuse;
          this.candidates.push(candidate);
        },
      },
      create: () => {
        const connection = new FakeConnection();
        this.connections.push(connection);
        return connection as unknown as RTCPeerConnection;
      },
      onTrack: () => {},
      onState: () => {},
    });
  }

  get connection(): FakeConnection {
    const connection = this.connections.at(-1);
    if (!connection) throw new Error("none");
    return connection;
  }
}

export const voice = { kind: "audio" } as MediaStreamTrack;

/** Lets everything happen that is due. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
}
