import { hasCode, OfflineError } from "../api/problem";

/** An offer or an answer. */
export interface Description {
  negotiationId: number;
  sdp: string;
}

export interface Candidate {
  negotiationId: number;
  candidate: string;
  sdpMid: string | null;
  sdpMLineIndex: number | null;
}

/** How to reach the other one. Each settles when the server has taken it, and fails if it was refused. */
export interface Signaling {
  offer(description: Description): Promise<void>;
  answer(description: Description): Promise<void>;
  candidate(candidate: Candidate): Promise<void>;
}

export interface PeerLinkOptions {
  /** He gives way when two offers cross. */
  polite: boolean;
  /** The number of the newest offer in this call, 0 before the first. */
  negotiationId: number;
  configuration: RTCConfiguration;
  signaling: Signaling;
  create?: (configuration: RTCConfiguration) => RTCPeerConnection;
  onTrack: (track: MediaStreamTrack) => void;
  onState: (state: RTCPeerConnectionState) => void;
}

const PATIENCE_WITH_ICE_MS = 3_000;

/**
 * The connection to the other browser: perfect negotiation over numbered offers. What arrives is worked off one after the
 * other. When the other one's page was loaded anew, its offer comes from another connection, and ours is replaced too.
 */
export class PeerLink {
  private pc: RTCPeerConnection;
  private number: number;
  private localNumber: number;
  private remoteNumber = -1;
  private remoteOrigin: string | null = null;
  private answered: Description | null = null;
  private making = false;
  private mayOffer: boolean;
  private closed = false;
  private work: Promise<unknown> = Promise.resolve();
  private early: Candidate[] = [];
  private unsent: Candidate[] = [];
  private audio: MediaStreamTrack | null = null;
  private video: MediaStreamTrack | null = null;
  private wantsVideo = false;
  private iceTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: PeerLinkOptions) {
    this.number = options.negotiationId;
    this.localNumber = options.negotiationId;
    this.mayOffer = !options.polite;
    this.pc = this.build();
  }

  /** Sends this voice. She offers by that; he waits for her offer. */
  start(audio: MediaStreamTrack | null): void {
    this.audio = audio;
    this.addAudio();
  }

  /** Nobody else offers, so this side does: after its page was loaded anew in the middle of a call. */
  takeLead(): void {
    if (this.mayOffer || this.remoteNumber >= 0) return;
    this.mayOffer = true;
    this.negotiate();
  }

  get connected(): boolean {
    return this.pc.connectionState === "connected";
  }

  receiveOffer(offer: Description): void {
    this.enqueue(() => this.takeOffer(offer));
  }

  receiveAnswer(answer: Description): void {
    this.enqueue(() => this.takeAnswer(answer));
  }

  receiveCandidate(candidate: Candidate): void {
    this.enqueue(() => this.takeCandidate(candidate));
  }

  /** Replaces what is heard without negotiating, for another microphone. */
  async replaceAudio(track: MediaStreamTrack | null): Promise<void> {
    this.audio = track;
    await this.sender("audio")?.replaceTrack(track);
  }

  /** Both agreed to be seen. She offers the picture; he joins in with his answer. */
  async showVideo(track: MediaStreamTrack | null): Promise<void> {
    this.wantsVideo = true;
    this.video = track;
    const transceiver = this.transceiver("video");
    if (transceiver) {
      await transceiver.sender.replaceTrack(track);
      if (!this.options.polite) transceiver.direction = "sendrecv";
    } else if (!this.options.polite) {
      this.pc.addTransceiver(track ?? "video", { direction: "sendrecv" });
    }
  }

  /** The picture ends: at once here, and by the next offer for both. */
  async hideVideo(): Promise<void> {
    this.wantsVideo = false;
    this.video = null;
    const transceiver = this.transceiver("video");
    if (!transceiver) return;
    await transceiver.sender.replaceTrack(null);
    if (this.options.polite) {
      // She offers. Should she be away just now, he does, since the call ends without.
      setTimeout(() => this.stopVideoSection(), 1_500);
    } else {
      this.stopVideoSection();
    }
  }

  /** The network has changed: look for another way. */
  restartIce(): void {
    if (!this.closed && this.remoteNumber >= 0) this.pc.restartIce();
  }

  /**
   * The signaling connection is back: what may have been lost is said again.
   *
   * @param negotiationId of the newest offer that the server knows
   */
  resync(negotiationId: number): void {
    this.enqueue(async () => {
      if (this.pc.signalingState === "have-local-offer") {
        if (negotiationId <= this.localNumber) {
          await this.send(() => this.options.signaling.offer(this.localDescription()));
        } else {
          this.number = Math.max(this.number, negotiationId);
          await this.pc.setLocalDescription({ type: "rollback" });
        }
      } else {
        this.number = Math.max(this.number, negotiationId);
      }
      for (const candidate of this.unsent.splice(0)) this.sendCandidate(candidate);
    });
  }

  stats(): Promise<RTCStatsReport> {
    return this.pc.getStats();
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.iceTimer);
    this.pc.close();
  }

  private build(): RTCPeerConnection {
    const create = this.options.create ?? ((configuration) => new RTCPeerConnection(configuration));
    const pc = create(this.options.configuration);
    pc.onnegotiationneeded = () => this.pc === pc && this.negotiate();
    pc.onicecandidate = ({ candidate }) => {
      if (this.pc !== pc || !candidate?.candidate) return;
      this.sendCandidate({
        negotiationId: this.localNumber,
        candidate: candidate.candidate,
        sdpMid: candidate.sdpMid,
        sdpMLineIndex: candidate.sdpMLineIndex,
      });
    };
    pc.ontrack = ({ track }) => this.pc === pc && this.options.onTrack(track);
    pc.onconnectionstatechange = () => this.pc === pc && this.options.onState(pc.connectionState);
    pc.oniceconnectionstatechange = () => this.pc === pc && this.watchIce(pc.iceConnectionState);
    return pc;
  }

  private watchIce(state: RTCIceConnectionState): void {
    clearTimeout(this.iceTimer);
    if (state === "failed") this.restartIce();
    if (state === "disconnected") this.iceTimer = setTimeout(() => this.restartIce(), PATIENCE_WITH_ICE_MS);
  }

  private addAudio(): void {
    if (this.audio) this.pc.addTrack(this.audio, new MediaStream([this.audio]));
    else if (this.mayOffer) this.pc.addTransceiver("audio", { direction: "recvonly" });
  }

  private negotiate(): void {
    this.enqueue(() => this.makeOffer());
  }

  private async makeOffer(): Promise<void> {
    if (!this.mayOffer || this.pc.signalingState !== "stable") return;
    this.making = true;
    try {
      this.number += 1;
      this.localNumber = this.number;
      await this.pc.setLocalDescription();
      if (this.pc.localDescription?.type !== "offer") return;
      await this.send(() => this.options.signaling.offer(this.localDescription()));
    } finally {
      this.making = false;
    }
  }

  /** What is refused is taken back; the connection asks again by itself if there is still something to negotiate. */
  private async send(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      if (error instanceof OfflineError) return;
      if (this.pc.signalingState === "have-local-offer") await this.pc.setLocalDescription({ type: "rollback" });
      if (hasCode(error, "video-not-approved") && !this.wantsVideo) this.stopVideoSection();
    }
  }

  private sendCandidate(candidate: Candidate): void {
    this.options.signaling.candidate(candidate).catch((error: unknown) => {
      if (error instanceof OfflineError) this.unsent.push(candidate);
    });
  }

  private async takeOffer(offer: Description): Promise<void> {
    if (this.answered?.negotiationId === offer.negotiationId) {
      // It came again because our answer may have been lost.
      const answer = this.answered;
      await this.send(() => this.options.signaling.answer(answer));
      return;
    }
    if (offer.negotiationId < this.number) return;
    const crosses = this.making || this.pc.signalingState !== "stable";
    if (crosses && !this.options.polite) return;
    const origin = originOf(offer.sdp);
    if (this.remoteOrigin !== null && this.remoteOrigin !== origin) this.renew();
    this.number = offer.negotiationId;
    this.localNumber = offer.negotiationId;
    await this.pc.setRemoteDescription({ type: "offer", sdp: offer.sdp });
    this.remoteOrigin = origin;
    await this.joinIn();
    await this.pc.setLocalDescription();
    this.mayOffer = true;
    this.answered = this.localDescription();
    const answer = this.answered;
    await this.send(() => this.options.signaling.answer(answer));
    await this.described(offer.negotiationId);
  }

  private async takeAnswer(answer: Description): Promise<void> {
    if (answer.negotiationId !== this.number || this.pc.signalingState !== "have-local-offer") return;
    const origin = originOf(answer.sdp);
    if (this.remoteOrigin !== null && this.remoteOrigin !== origin) {
      // Answered by a page that knows nothing of what was agreed before: begin again with it.
      this.renew();
      return;
    }
    await this.pc.setRemoteDescription({ type: "answer", sdp: answer.sdp });
    this.remoteOrigin = origin;
    await this.described(answer.negotiationId);
  }

  private async takeCandidate(candidate: Candidate): Promise<void> {
    if (candidate.negotiationId > this.remoteNumber) {
      this.early.push(candidate);
    } else if (candidate.negotiationId === this.remoteNumber) {
      await this.add(candidate);
    }
  }

  private async described(negotiationId: number): Promise<void> {
    this.remoteNumber = negotiationId;
    const waiting = this.early;
    this.early = waiting.filter((candidate) => candidate.negotiationId > negotiationId);
    for (const candidate of waiting) {
      if (candidate.negotiationId === negotiationId) await this.add(candidate);
    }
  }

  private async add({ candidate, sdpMid, sdpMLineIndex }: Candidate): Promise<void> {
    if (candidate === "") return;
    // One of an offer that was given up fits nothing any more, and that is no error.
    await this.pc.addIceCandidate({ candidate, sdpMid, sdpMLineIndex }).catch(() => {});
  }

  /** Sends in the sections of the other one's offer what this side has to send. */
  private async joinIn(): Promise<void> {
    for (const transceiver of this.pc.getTransceivers()) {
      const isVideo = transceiver.receiver.track.kind === "video";
      if (transceiver.mid === null || transceiver.direction === "stopped") continue;
      if (isVideo) {
        transceiver.direction = this.wantsVideo ? "sendrecv" : "inactive";
        await transceiver.sender.replaceTrack(this.wantsVideo ? this.video : null);
      } else if (this.audio && transceiver.sender.track === null) {
        transceiver.direction = "sendrecv";
        await transceiver.sender.replaceTrack(this.audio);
      }
    }
  }

  private stopVideoSection(): void {
    const transceiver = this.transceiver("video");
    if (this.closed || this.wantsVideo || !transceiver) return;
    if (transceiver.direction !== "inactive") transceiver.direction = "inactive";
  }

  private renew(): void {
    this.pc.close();
    this.pc = this.build();
    this.remoteOrigin = null;
    this.remoteNumber = -1;
    this.answered = null;
    this.addAudio();
    if (this.wantsVideo && !this.options.polite) {
      this.pc.addTransceiver(this.video ?? "video", { direction: "sendrecv" });
    }
  }

  private transceiver(kind: "audio" | "video"): RTCRtpTransceiver | undefined {
    return this.pc
      .getTransceivers()
      .find(({ receiver, direction }) => direction !== "stopped" && receiver.track.kind === kind);
  }

  private sender(kind: "audio" | "video"): RTCRtpSender | undefined {
    return this.transceiver(kind)?.sender;
  }

  private localDescription(): Description {
    return { negotiationId: this.localNumber, sdp: this.pc.localDescription?.sdp ?? "" };
  }

  private enqueue(step: () => Promise<void>): void {
    this.work = this.work
      .then(() => (this.closed ? undefined : step()))
      .catch(() => {
        // A description that does not fit: begin again, so that a call never hangs on it.
        if (!this.closed && this.pc.signalingState !== "closed" && this.mayOffer) this.renew();
      });
  }
}

/** Names the connection that a description comes from: the same for all descriptions of one RTCPeerConnection. */
export function originOf(sdp: string): string {
  return /^o=\S+ (\S+)/m.exec(sdp)?.[1] ?? "";
}
