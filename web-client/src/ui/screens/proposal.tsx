import { useEffect, useState } from "preact/hooks";
import { type CallView, secondsLeft } from "../../call/call-state";
import { text } from "../../text";
import { useApp } from "../context";
import { Avatar } from "../parts/avatar";
import { Ring, useNow } from "../parts/clock";
import { Button, ErrorNotice, Heading, Spinner } from "../parts/controls";

const RING_MS = 15_000;

/** Somebody was found. She decides; he waits for her. */
export function Proposal({ call }: { call: CallView }) {
  const { calls } = useApp();
  const [error, setError] = useState<unknown>();
  const [shownAt] = useState(Date.now());
  const now = useNow(250);
  const { peer, role } = call.match;
  const hers = role === "offerer";
  const connecting = call.phase === "connecting" || call.answered;
  const left = call.respondBy - now;
  useAttention(text.proposal.alert);
  return (
    <main id="main" class="stage">
      <div class="middle">
        <Ring share={connecting ? 1 : left / Math.max(RING_MS, call.respondBy - shownAt)}>
          <div class="voice">
            <Avatar name={peer.displayName} photo={peer.photos[0]} />
          </div>
        </Ring>
        <Heading>{titleOf(call, hers, connecting)}</Heading>
        <p class="muted">
          {connecting ? text.call.connectingLead : hers ? text.proposal.herLead : text.proposal.hisLead}
        </p>
        <PeerCard call={call} />
        <ErrorNotice error={error} />
      </div>
      <div class="foot">
        {connecting ? (
          <div class="centered">
            <Spinner label={text.call.connecting} />
            <Button kind="outline" onPress={() => calls.hangUp()}>
              {text.common.cancel}
            </Button>
          </div>
        ) : (
          <>
            <p class="hidden-text" role="timer">
              {text.proposal.seconds(secondsLeft(call.respondBy, now))}
            </p>
            {hers ? (
              <div class="two">
                <Button kind="outline wide" onPress={() => calls.decline()} onError={setError}>
                  {text.proposal.notNow}
                </Button>
                <Button kind="primary wide" onPress={() => calls.start()} onError={setError}>
                  {text.proposal.start}
                </Button>
              </div>
            ) : (
              <Button kind="outline wide" onPress={() => calls.decline()} onError={setError}>
                {text.proposal.notNow}
              </Button>
            )}
          </>
        )}
      </div>
    </main>
  );
}

function titleOf(call: CallView, hers: boolean, connecting: boolean): string {
  const name = text.common.years(call.match.peer.displayName, call.match.peer.age);
  if (connecting) return text.call.connecting;
  return hers ? text.proposal.herTitle(name) : text.proposal.hisTitle(name);
}

function PeerCard({ call }: { call: CallView }) {
  const { bio, interests, languages } = call.match.peer;
  return (
    <div class="stack tight">
      {bio && <p>{bio}</p>}
      {interests.length > 0 && (
        <ul class="chips" style={{ justifyContent: "center" }}>
          {interests.map((interest) => (
            <li class="chip" key={interest}>
              {interest}
            </li>
          ))}
        </ul>
      )}
      {languages.length > 0 && (
        <p class="muted small">
          {text.proposal.speaks} {languages.map(languageName).join(", ")}
        </p>
      )}
    </div>
  );
}

export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames("en", { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Calls a person back who looks at another tab, or has the phone in a pocket. */
function useAttention(message: string): void {
  useEffect(() => {
    navigator.vibrate?.([120, 80, 120]);
    const before = document.title;
    document.title = `${message} · ${text.product}`;
    return () => {
      document.title = before;
    };
  }, [message]);
}
