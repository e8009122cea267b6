import { useCallback, useState } from "preact/hooks";
import { type CallView, canExtend, secondsLeft } from "../../call/call-state";
import { text } from "../../text";
import { useApp } from "../context";
import { Avatar } from "../parts/avatar";
import { Ring, useNow } from "../parts/clock";
import { Button, ErrorNotice, Heading, Spinner } from "../parts/controls";
import { Icon, type IconName } from "../parts/icon";
import { BlockDialog } from "../parts/safety";
import { PeerAudio, Picture, useLevel } from "../parts/voice";
import { go } from "../router";
import { MicrophoneTrouble } from "./meet";

/** The two hear each other. */
export function Call({ call }: { call: CallView }) {
  const app = useApp();
  const { calls } = app;
  const [error, setError] = useState<unknown>();
  const [play, setPlay] = useState<(() => void) | null>(null);
  const blocked = useCallback((start: () => void) => setPlay(() => start), []);
  const { peer } = call.match;
  const trouble = calls.trouble.value;
  const cameraTrouble = calls.cameraTrouble.value;
  return (
    <main id="main" class="stage">
      <div class="call-top">
        <Heading>
          <span class="hidden-text">{text.call.with(peer.displayName)}</span>
          <span aria-hidden="true" style={{ fontSize: "var(--text-l)" }}>
            {text.common.years(peer.displayName, peer.age)}
          </span>
        </Heading>
        <QualityBars />
      </div>
      <CallNotices call={call} />
      <PeerAudio track={calls.peerVoice.value} onBlocked={blocked} />
      <div class="middle">
        {call.video === "ON" ? <Pictures call={call} /> : <Voices call={call} />}
        <OwnVoice />
        {trouble && <MicrophoneTrouble trouble={trouble} onRetry={() => calls.replaceVoice()} />}
        {call.video === "ON" && cameraTrouble && <p class="hint">{text.cameraTrouble[cameraTrouble]}</p>}
        {play && (
          <Button
            kind="primary"
            onPress={() => {
              play();
              setPlay(null);
            }}
          >
            {text.call.noSound}
          </Button>
        )}
        <ErrorNotice error={error} />
      </div>
      <div class="foot">
        <VideoQuestion call={call} onError={setError} />
        <Wishes call={call} onError={setError} />
        <Controls call={call} onError={setError} />
        <WaysOut call={call} />
      </div>
    </main>
  );
}

function Voices({ call }: { call: CallView }) {
  const { calls } = useApp();
  const halo = useLevel<HTMLDivElement>(calls.peerVoice.value);
  const { peer } = call.match;
  return (
    <>
      <Clock call={call}>
        <div class="voice" ref={halo}>
          <Avatar name={peer.displayName} photo={peer.photos[0]} />
        </div>
      </Clock>
      <Remaining call={call} />
    </>
  );
}

function Clock({ call, children }: { call: CallView; children: preact.ComponentChildren }) {
  const now = useNow(250);
  const whole = call.endsAt !== null && call.startedAt !== null ? call.endsAt - call.startedAt : 1;
  return <Ring share={call.endsAt === null ? 1 : (call.endsAt - now) / whole}>{children}</Ring>;
}

function Remaining({ call }: { call: CallView }) {
  const now = useNow(250);
  const left = secondsLeft(call.endsAt, now);
  return (
    <p class="clock" role="timer" aria-label={text.call.leftLabel(left)}>
      {text.call.left(left)}
    </p>
  );
}

function Pictures({ call }: { call: CallView }) {
  const { calls } = useApp();
  const { displayName, photos } = call.match.peer;
  return (
    <>
      <div class="pictures">
        {calls.peerVideo.value ? (
          <Picture className="theirs" track={calls.peerVideo.value} label={text.call.theirPicture(displayName)} />
        ) : (
          <div class="centered" style={{ height: "100%" }}>
            <Avatar name={displayName} photo={photos[0]} large />
          </div>
        )}
        {calls.camera.value && <Picture className="mine" track={calls.camera.value} label={text.call.yourPicture} />}
      </div>
      <Remaining call={call} />
    </>
  );
}

function OwnVoice() {
  const { calls } = useApp();
  const meter = useLevel<HTMLSpanElement>(calls.voice.value);
  return (
    <p class="meter">
      <Icon name={calls.muted.value ? "mic-off" : "mic"} />
      <span class="bar" ref={meter} aria-hidden="true" />
      {calls.muted.value ? text.call.muted : text.call.yourVoice}
    </p>
  );
}

function CallNotices({ call }: { call: CallView }) {
  const { calls, sockets } = useApp();
  const lost = sockets.interaction.status.value !== "live";
  const weak = ["disconnected", "failed"].includes(calls.connection.value);
  if (!lost && !weak && !call.peerAway) return null;
  return (
    <p class="banner" role="status">
      <Spinner />
      {call.peerAway && !lost ? text.call.peerAway(call.match.peer.displayName) : text.call.selfAway}
    </p>
  );
}

function QualityBars() {
  const { bars, roundTripMs, lossPercent } = useApp().calls.quality.value;
  return (
    <span
      class="quality"
      role="img"
      aria-label={text.call.quality(bars)}
      title={text.call.details(roundTripMs, lossPercent)}
    >
      {roundTripMs !== null && <span aria-hidden="true">{roundTripMs} ms</span>}
      <span class="bars" aria-hidden="true">
        {[1, 2, 3, 4].map((bar) => (
          <i key={bar} class={bar <= bars ? "on" : ""} />
        ))}
      </span>
    </span>
  );
}

interface Part {
  call: CallView;
  onError: (error: unknown) => void;
}

function VideoQuestion({ call, onError }: Part) {
  const { calls } = useApp();
  if (call.video !== "REQUESTED" || call.videoAskedByPeer !== true) return null;
  return (
    <div class="question">
      <div role="alert">
        <h2>{text.call.videoTitle(call.match.peer.displayName)}</h2>
        <p class="muted">{text.call.videoLead}</p>
      </div>
      <div class="two">
        <Button kind="outline" onPress={() => calls.answerVideo(false)} onError={onError}>
          {text.call.videoNo}
        </Button>
        <Button kind="primary" onPress={() => calls.answerVideo(true)} onError={onError}>
          {text.call.videoYes}
        </Button>
      </div>
    </div>
  );
}

function Wishes({ call, onError }: Part) {
  const { calls } = useApp();
  return (
    <div class="call-extra">
      <Button kind="small" disabled={!canExtend(call)} onPress={() => calls.extend()} onError={onError}>
        <Icon name="plus" />
        {call.extendAsked ? text.call.moreAsked : text.call.more}
      </Button>
      <Button
        kind={call.keep ? "small primary" : "small"}
        aria-pressed={call.keep === true}
        title={text.call.keptHint}
        onPress={() => calls.keep(!call.keep)}
        onError={onError}
      >
        <Icon name="heart" />
        {call.keep ? text.call.kept : text.call.keep}
      </Button>
    </div>
  );
}

function Controls({ call, onError }: Part) {
  const { calls } = useApp();
  const muted = calls.muted.value;
  return (
    <div class="controls" style={{ gridTemplateColumns: "repeat(3, 1fr)" }}>
      <Control
        icon={muted ? "mic-off" : "mic"}
        label={muted ? text.call.unmute : text.call.mute}
        pressed={muted}
        onPress={() => calls.toggleMute()}
        onError={onError}
      />
      <VideoControl call={call} onError={onError} />
      <Control icon="off" label={text.call.hangUp} kind="end" onPress={() => calls.hangUp()} onError={onError} />
    </div>
  );
}

function VideoControl({ call, onError }: Part) {
  const { calls } = useApp();
  switch (call.video) {
    case "ON":
      return (
        <Control
          icon="video-off"
          label={text.call.videoOff}
          kind="on"
          onPress={() => calls.stopVideo()}
          onError={onError}
        />
      );
    case "REQUESTED":
      return <Control icon="video" label={call.videoAskedByPeer ? text.call.video : text.call.videoAsked} disabled />;
    case "DENIED":
      return <Control icon="video-off" label={text.call.videoDenied} disabled />;
    default:
      return <Control icon="video" label={text.call.video} onPress={() => calls.askForVideo()} onError={onError} />;
  }
}

interface ControlProps {
  icon: IconName;
  label: string;
  kind?: string;
  pressed?: boolean;
  disabled?: boolean;
  onPress?: () => unknown;
  onError?: (error: unknown) => void;
}

function Control({ icon, label, kind = "", pressed, disabled = false, onPress, onError }: ControlProps) {
  const press = async () => {
    try {
      await onPress?.();
    } catch (error) {
      onError?.(error);
    }
  };
  return (
    <button type="button" class={`control ${kind}`} aria-pressed={pressed} disabled={disabled} onClick={press}>
      <span>
        <Icon name={icon} />
      </span>
      <span>{label}</span>
    </button>
  );
}

/** Out at once with one tap; or, thought over, blocked and no more. */
function WaysOut({ call }: { call: CallView }) {
  const { safety } = useApp();
  const [blocking, setBlocking] = useState(false);
  const { peer } = call.match;
  return (
    <div class="ways-out">
      <Button kind="quiet small" onPress={() => setBlocking(true)}>
        <Icon name="ban" />
        {text.after.block}
      </Button>
      <button
        type="button"
        class="button quiet bad small"
        title={text.panic.hint}
        onClick={() => {
          safety.panic(call.match);
          go("/");
        }}
      >
        <Icon name="shield" />
        {text.panic.button}
      </button>
      {blocking && <BlockDialog userId={peer.userId} name={peer.displayName} onClose={() => setBlocking(false)} />}
    </div>
  );
}
