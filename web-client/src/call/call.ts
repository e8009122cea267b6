import { signal } from "@preact/signals";
import type { InteractionCommand } from "../api/paths";
import { isPassing } from "../api/problem";
import type { IceServer, InteractionStatus } from "../api/types";
import type { LiveEvent, LiveSocket } from "../realtime/socket";
import type { Session } from "../session/session";
import { type CallAction, type CallView, reduceCall } from "./call-state";
import { type DeviceTrouble, openCamera, openMicrophone } from "./devices";
import { type Candidate, type Description, PeerLink } from "./peer-link";
import { type Quality, QualityMeter, UNKNOWN_QUALITY } from "./quality";

const STATS_EVERY_MS = 1_000;
const TRIES = 3;
const RETRY_MS = 700;
const WAIT_FOR_HER_OFFER_MS = 800;
const VIDEO_ASKED_MS = 20_000;

/** The meeting of the moment, if there is one: what the server says of it, and the media. */
export class Calls {
  readonly view = signal<CallView | null>(null);
  readonly voice = signal<MediaStreamTrack | null>(null);
  readonly camera = signal<MediaStreamTrack | null>(null);
  readonly peerVoice = signal<MediaStreamTrack | null>(null);
  readonly peerVideo = signal<MediaStreamTrack | null>(null);
  readonly muted = signal(false);
  readonly trouble = signal<DeviceTrouble | null>(null);
  readonly cameraTrouble = signal<DeviceTrouble | null>(null);
  readonly quality = signal<Quality>(UNKNOWN_QUALITY);
  readonly connection = signal<RTCPeerConnectionState>("new");
  /** Told when somebody was found. */
  onFound: () => void = () => {};

  private link: PeerLink | null = null;
  /** The interaction that this person has left, whether the server knows it or not. */
  private left: string | null = null;
  private linkOf: string | null = null;
  private meter = new QualityMeter();
  private statsTimer: ReturnType<typeof setInterval> | undefined;
  private videoTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly session: Session,
    private readonly socket: () => LiveSocket,
  ) {}

  // --- what the person does -------------------------------------------------------------------------------------

  /** She lets it begin. */
  async start(): Promise<void> {
    this.act({ type: "answered" });
    await this.command("connect");
  }

  async decline(): Promise<void> {
    await this.command("decline");
    this.dismiss();
  }

  /** Ends it here at once, whatever the network says, and tells the server as soon as that can be told. */
  async hangUp(): Promise<void> {
    this.leaveAtOnce();
    await this.command("end");
  }

  /** Ends it on this side only: nothing is heard or sent any more from this moment on. */
  leaveAtOnce(interactionId = this.view.value?.match.interactionId): void {
    this.left = interactionId ?? this.left;
    this.releaseMedia();
    this.view.value = reduceCall(this.view.value, { type: "left" }, Date.now());
  }

  toggleMute(): void {
    this.muted.value = !this.muted.value;
    const voice = this.voice.value;
    if (voice) voice.enabled = !this.muted.value;
  }

  async extend(): Promise<void> {
    this.act({ type: "extend-asked" });
    await this.command("extend");
  }

  async askForVideo(): Promise<void> {
    this.act({ type: "video-asked" });
    this.forgetRequestLater();
    await this.command("request-video");
  }

  async answerVideo(approved: boolean): Promise<void> {
    await this.command("video-response", { approved });
  }

  async stopVideo(): Promise<void> {
    await this.hideVideo();
    await this.command("revoke-video");
  }

  async keep(keep: boolean): Promise<void> {
    const interactionId = this.idOrThrow();
    await this.post("keep", { interactionId, keep });
    this.act({ type: "kept", keep });
  }

  async rate(rating: number): Promise<void> {
    await this.post("feedback", { interactionId: this.idOrThrow(), rating, tags: [] });
  }

  /** Takes the meeting off the screen. */
  dismiss(): void {
    this.releaseMedia();
    this.act({ type: "dismissed" });
  }

  // --- what the server tells ------------------------------------------------------------------------------------

  receive(event: LiveEvent): void {
    switch (event.type) {
      case "offer":
        this.linkFor(event)?.receiveOffer(event.data as Description);
        return;
      case "answer":
        this.linkFor(event)?.receiveAnswer(event.data as Description);
        return;
      case "ice-candidate":
        this.linkFor(event)?.receiveCandidate(event.data as Candidate);
        return;
    }
    if (event.type === "state" && this.isLeft(event)) return;
    this.view.value = reduceCall(this.view.value, event, Date.now());
    if (event.type === "found-match") this.onFound();
    if (event.type === "video-requested") this.forgetRequestLater();
    this.follow(event.type === "state");
  }

  /** The network is another one: the way to the other side has to be found again. */
  networkChanged(): void {
    this.link?.restartIce();
  }

  reset(): void {
    this.dismiss();
  }

  /** The server does not know yet that this person has hung up: it is told again, and nothing begins anew here. */
  private isLeft(state: LiveEvent): boolean {
    const { interaction } = state.data as { interaction: InteractionStatus | null };
    if (!interaction || interaction.interactionId !== this.left) return false;
    this.post("end", { interactionId: this.left }).catch(() => {});
    return true;
  }

  // --- media follow what the server says -------------------------------------------------------------------------

  private follow(isState: boolean): void {
    const view = this.view.value;
    if (view?.phase !== "connecting" && view?.phase !== "active") {
      this.releaseMedia();
      return;
    }
    const isNew = this.linkOf !== view.match.interactionId;
    if (isNew) this.open(view);
    else if (isState) this.link?.resync(view.negotiationId);
    if (isState) this.sayConnected();
    this.followVideo(view);
  }

  private open(view: CallView): void {
    this.releaseMedia();
    const interactionId = view.match.interactionId;
    const polite = view.match.role === "answerer";
    this.linkOf = interactionId;
    const link = new PeerLink({
      polite,
      negotiationId: view.negotiationId,
      configuration: {
        iceServers: view.match.iceServers.map(cleaned),
        iceTransportPolicy: view.match.iceTransportPolicy,
        bundlePolicy: "max-bundle",
      },
      signaling: {
        offer: (offer) => this.socket().send("/app/call/offer", { interactionId, ...offer }),
        answer: (answer) => this.socket().send("/app/call/answer", { interactionId, ...answer }),
        candidate: (candidate) => this.socket().send("/app/call/ice-candidate", { interactionId, ...candidate }),
      },
      onTrack: (track) => {
        if (track.kind === "audio") this.peerVoice.value = track;
        else this.peerVideo.value = track;
      },
      onState: (state) => {
        this.connection.value = state;
        if (state === "connected") this.sayConnected();
      },
    });
    this.link = link;
    this.statsTimer = setInterval(() => this.measure(link), STATS_EVERY_MS);
    this.openVoice(link, polite && view.negotiationId > 0);
  }

  /** @param mayLead whether he offers should no offer of hers come: after a reload in the middle of a call */
  private async openVoice(link: PeerLink, mayLead: boolean): Promise<void> {
    let track: MediaStreamTrack | null = null;
    try {
      track = await openMicrophone();
      this.trouble.value = null;
    } catch (error) {
      this.trouble.value = (error as { trouble?: DeviceTrouble }).trouble ?? "busy";
    }
    if (this.link !== link) {
      track?.stop();
      return;
    }
    this.takeVoice(track);
    link.start(track);
    if (mayLead) setTimeout(() => this.link === link && link.takeLead(), WAIT_FOR_HER_OFFER_MS);
  }

  private takeVoice(track: MediaStreamTrack | null): void {
    this.voice.value = track;
    if (!track) return;
    track.enabled = !this.muted.value;
    // Unplugged in the middle of a call: go on with whichever microphone is left.
    track.onended = () => this.replaceVoice();
  }

  async replaceVoice(): Promise<void> {
    const link = this.link;
    if (!link) return;
    try {
      const track = await openMicrophone();
      if (this.link !== link) return track.stop();
      this.takeVoice(track);
      this.trouble.value = null;
      await link.replaceAudio(track);
    } catch (error) {
      this.trouble.value = (error as { trouble?: DeviceTrouble }).trouble ?? "busy";
    }
  }

  private followVideo(view: CallView): void {
    if (view.video === "ON" && !this.showing) this.showVideo();
    if (view.video !== "ON" && this.showing) this.hideVideo();
  }

  private showing = false;

  private async showVideo(): Promise<void> {
    const link = this.link;
    this.showing = true;
    // Said at once, so that the picture of the other side does not wait for this camera.
    await link?.showVideo(null);
    try {
      const track = await openCamera();
      if (this.link !== link || !this.showing) return track.stop();
      this.camera.value = track;
      this.cameraTrouble.value = null;
      await link?.showVideo(track);
    } catch (error) {
      this.cameraTrouble.value = (error as { trouble?: DeviceTrouble }).trouble ?? "busy";
    }
  }

  private async hideVideo(): Promise<void> {
    this.showing = false;
    this.camera.value?.stop();
    this.camera.value = null;
    this.peerVideo.value = null;
    await this.link?.hideVideo();
  }

  /** Said again after a lost connection, since nobody knows whether it arrived. */
  private sayConnected(): void {
    const view = this.view.value;
    if (view?.phase !== "connecting" || !this.link?.connected) return;
    const { interactionId } = view.match;
    this.socket()
      .send("/app/call/media-connected", { interactionId })
      .catch(() => {});
  }

  private async measure(link: PeerLink): Promise<void> {
    this.quality.value = this.meter.read(await link.stats());
  }

  private releaseMedia(): void {
    clearInterval(this.statsTimer);
    clearTimeout(this.videoTimer);
    this.link?.close();
    this.link = null;
    this.linkOf = null;
    this.showing = false;
    for (const track of [this.voice.value, this.camera.value]) {
      if (track) track.onended = null;
      track?.stop();
    }
    this.voice.value = null;
    this.camera.value = null;
    this.peerVoice.value = null;
    this.peerVideo.value = null;
    this.trouble.value = null;
    this.cameraTrouble.value = null;
    this.muted.value = false;
    this.connection.value = "new";
    this.quality.value = UNKNOWN_QUALITY;
    this.meter = new QualityMeter();
  }

  // --- commands -------------------------------------------------------------------------------------------------

  private linkFor(event: LiveEvent): PeerLink | null {
    return (event.data as { interactionId: string }).interactionId === this.linkOf ? this.link : null;
  }

  private idOrThrow(): string {
    const id = this.view.value?.match.interactionId;
    if (!id) throw new Error("There is no call");
    return id;
  }

  private async command(name: InteractionCommand, more: object = {}): Promise<void> {
    const view = this.view.value;
    if (!view) return;
    const { interactionId } = view.match;
    const status = await this.post<InteractionStatus>(name, { interactionId, ...more });
    this.act({ type: "status", status, heard: view.heard });
    this.follow(false);
  }

  /** Every command can be repeated: what was done already is answered in the same way. */
  private async post<T>(name: InteractionCommand, body: object): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.session.call<T>(`/api/interactions/${name}`, { method: "POST", body });
      } catch (error) {
        if (!isPassing(error) || attempt >= TRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS * attempt));
      }
    }
  }

  /** A request that nobody answers is over by itself; the server tells, but perhaps not to a page that was away. */
  private forgetRequestLater(): void {
    clearTimeout(this.videoTimer);
    this.videoTimer = setTimeout(() => {
      const view = this.view.value;
      if (view?.video === "REQUESTED") this.view.value = { ...view, video: "OFF", videoAskedByPeer: null };
    }, VIDEO_ASKED_MS + 2_000);
  }

  private act(action: CallAction): void {
    this.view.value = reduceCall(this.view.value, action, Date.now());
  }
}

/** The browser refuses credentials that are null instead of missing. */
function cleaned({ urls, username, credential }: IceServer): RTCIceServer {
  return { urls, ...(username ? { username } : {}), ...(credential ? { credential } : {}) };
}
