import { useState } from "preact/hooks";
import type { CallView } from "../../call/call-state";
import { text } from "../../text";
import { useApp } from "../context";
import { Avatar } from "../parts/avatar";
import { Button, ErrorNotice, Heading } from "../parts/controls";
import { Icon } from "../parts/icon";
import { BlockDialog, ReportDialog } from "../parts/safety";
import { go } from "../router";

/** The call is over: what is to become of it. */
export function After({ call }: { call: CallView }) {
  const { calls } = useApp();
  const { peer } = call.match;
  const done = (to: string) => {
    calls.dismiss();
    go(to);
  };
  return (
    <main id="main" class="stage">
      <div class="middle">
        <Avatar name={peer.displayName} photo={peer.photos[0]} large />
        <Heading>{text.after.title(peer.displayName)}</Heading>
        <p class="muted">
          {text.after.reasons[call.endReason ?? "unknown"] ?? text.after.reasons["unknown"]}{" "}
          {call.durationSeconds > 0 && text.after.lasted(call.durationSeconds)}
        </p>
        <Keeping call={call} onWrite={(roomId) => done(`/people/${roomId}`)} />
        <Rating />
      </div>
      <div class="foot">
        <div class="two">
          <Button kind="outline" onPress={() => done("/people")}>
            {text.after.done}
          </Button>
          <Button kind={call.keep === null ? "outline" : "primary"} onPress={() => done("/")}>
            {text.after.again}
          </Button>
        </div>
        <BlockAndReport call={call} />
      </div>
    </main>
  );
}

function Keeping({ call, onWrite }: { call: CallView; onWrite: (roomId: string) => void }) {
  const { calls } = useApp();
  const [error, setError] = useState<unknown>();
  if (call.connected) {
    const { roomId } = call.connected;
    return (
      <div class="question" role="status">
        <h2>{text.after.both(call.match.peer.displayName)}</h2>
        <Button kind="primary" onPress={() => onWrite(roomId)}>
          <Icon name="message" />
          {text.after.write}
        </Button>
      </div>
    );
  }
  if (call.keep !== null) {
    return (
      <p class="notice" role="status">
        <Icon name="check" />
        {call.keep ? text.after.keptYes : text.after.keptNo}
      </p>
    );
  }
  return (
    <div class="question">
      <div>
        <h2>{text.after.keepTitle}</h2>
        <p class="muted">{text.after.keepLead}</p>
      </div>
      <div class="two">
        <Button kind="outline" onPress={() => calls.keep(false)} onError={setError}>
          {text.after.keepNo}
        </Button>
        <Button kind="primary" onPress={() => calls.keep(true)} onError={setError}>
          {text.after.keepYes}
        </Button>
      </div>
      <ErrorNotice error={error} />
    </div>
  );
}

function Rating() {
  const { calls } = useApp();
  const [stars, setStars] = useState(0);
  const [error, setError] = useState<unknown>();
  const rate = async (count: number) => {
    setStars(count);
    try {
      await calls.rate(count);
    } catch (failed) {
      setStars(0);
      setError(failed);
    }
  };
  if (stars > 0) {
    return (
      <p class="muted" role="status">
        {text.after.rated}
      </p>
    );
  }
  return (
    <fieldset>
      <legend class="hidden-text">{text.after.rate}</legend>
      <div class="stars">
        {[1, 2, 3, 4, 5].map((count) => (
          <label class={count <= stars ? "star on" : "star"} key={count}>
            <input type="radio" name="rating" checked={stars === count} onClick={() => rate(count)} />
            <Icon name="star" />
            <span class="hidden-text">{text.after.stars(count)}</span>
          </label>
        ))}
      </div>
      <ErrorNotice error={error} />
    </fieldset>
  );
}

function BlockAndReport({ call }: { call: CallView }) {
  const [open, setOpen] = useState<"block" | "report" | null>(null);
  const { peer, interactionId } = call.match;
  const close = () => setOpen(null);
  return (
    <div class="two">
      <Button kind="quiet bad small" onPress={() => setOpen("block")}>
        <Icon name="ban" />
        {text.after.block}
      </Button>
      <Button kind="quiet bad small" onPress={() => setOpen("report")}>
        <Icon name="flag" />
        {text.after.report}
      </Button>
      {open === "block" && <BlockDialog userId={peer.userId} name={peer.displayName} onClose={close} />}
      {open === "report" && (
        <ReportDialog interactionId={interactionId} userId={peer.userId} name={peer.displayName} onClose={close} />
      )}
    </div>
  );
}
