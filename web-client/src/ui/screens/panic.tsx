import { useState } from "preact/hooks";
import type { Panic } from "../../safety/safety";
import { text } from "../../text";
import { useApp } from "../context";
import { Button, Heading, Spinner } from "../parts/controls";
import { Icon } from "../parts/icon";
import { ReportDialog } from "../parts/safety";

/** After a panic: what was done, and what more can be. */
export function Panicked({ panic }: { panic: Panic }) {
  const { safety } = useApp();
  const [telling, setTelling] = useState(false);
  const { interactionId, peer } = panic.match;
  return (
    <main id="main" class="stage">
      <div class="middle">
        <Heading>{text.panic.title}</Heading>
        <div role="status">
          <ul class="done">
            <li>
              <Icon name="check" />
              {text.panic.ended(peer.displayName)}
            </li>
            <Told panic={panic} words={text.panic.blocked(peer.displayName)} />
            <Told panic={panic} words={text.panic.reported} />
          </ul>
        </div>
        {panic.state === "failed" && (
          <div class="notice bad" role="alert">
            <Icon name="alert" />
            <div>
              <p>{text.panic.failed}</p>
              <Button kind="small outline" onPress={() => safety.panic(panic.match)}>
                {text.common.retry}
              </Button>
            </div>
          </div>
        )}
        {panic.state === "told" && <p class="muted small">{text.panic.takeBack}</p>}
      </div>
      <div class="foot">
        <Button kind="outline wide" disabled={panic.state !== "told"} onPress={() => setTelling(true)}>
          {text.panic.tell}
        </Button>
        <Button kind="primary wide" onPress={() => safety.dismiss()}>
          {text.after.done}
        </Button>
      </div>
      {telling && (
        <ReportDialog
          interactionId={interactionId}
          userId={peer.userId}
          name={peer.displayName}
          blocked
          onClose={() => setTelling(false)}
        />
      )}
    </main>
  );
}

function Told({ panic, words }: { panic: Panic; words: string }) {
  return (
    <li class={panic.state === "told" ? "" : "muted"}>
      {panic.state === "told" && <Icon name="check" />}
      {panic.state === "telling" && <Spinner />}
      {panic.state === "failed" && <Icon name="clock" />}
      {words}
    </li>
  );
}
