import { useEffect, useState } from "preact/hooks";
import { checkMicrophone, DeviceError, type DeviceTrouble } from "../../call/devices";
import { text } from "../../text";
import { useApp } from "../context";
import { useNow } from "../parts/clock";
import { Button, ErrorNotice, Heading, Skeleton } from "../parts/controls";
import { Icon, Mark } from "../parts/icon";

const REFRESH_MS = 4_000;

export function Meet() {
  const { queue } = useApp();
  return queue.place.value ? <Waiting /> : <Intents />;
}

function Intents() {
  const { queue } = useApp();
  const [error, setError] = useState<unknown>();
  const [refusal, setRefusal] = useState<unknown>();
  const [trouble, setTrouble] = useState<DeviceTrouble | null>(null);
  useEffect(() => {
    const load = () =>
      queue
        .loadIntents()
        .then(() => setError(undefined))
        .catch((failed: unknown) => {
          if (!queue.intents.value) setError(failed);
        });
    load();
    const timer = setInterval(() => !document.hidden && load(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [queue]);

  const join = async (intent: string) => {
    setRefusal(undefined);
    setTrouble(null);
    try {
      await checkMicrophone();
      await queue.join(intent);
    } catch (failed) {
      if (failed instanceof DeviceError) setTrouble(failed.trouble);
      else setRefusal(failed);
    }
  };
  const intents = queue.intents.value;
  const joining = queue.joining.value;
  return (
    <main id="main" class="page">
      <header>
        <Heading>{text.meet.title}</Heading>
        <p class="muted">{text.meet.lead}</p>
      </header>
      {trouble && <MicrophoneTrouble trouble={trouble} />}
      <ErrorNotice error={refusal} />
      <ErrorNotice error={error} onRetry={() => queue.loadIntents().then(() => setError(undefined), setError)} />
      <div class="intents" aria-busy={intents === null}>
        {intents === null && !error && [1, 2, 3, 4].map((key) => <Skeleton key={key} height={82} />)}
        {intents?.map(({ intent, label, waitingWomen, waitingMen, estimatedWaitSeconds }) => (
          <button key={intent} type="button" class="intent" disabled={joining !== null} onClick={() => join(intent)}>
            <strong>{label}</strong>
            <span class="about">{text.meet.descriptions[intent] ?? ""}</span>
            <span class="figures">
              <span class={waitingWomen + waitingMen > 0 ? "some" : ""}>
                {text.meet.waiting(waitingWomen, waitingMen)}
              </span>
              <span>
                {text.meet.about} {text.meet.wait(estimatedWaitSeconds)}
              </span>
            </span>
          </button>
        ))}
        {intents?.length === 0 && <p class="muted">{text.meet.none}</p>}
      </div>
    </main>
  );
}

export function MicrophoneTrouble({ trouble, onRetry }: { trouble: DeviceTrouble; onRetry?: () => void }) {
  const [title, lead] = text.trouble[trouble] ?? ["", ""];
  return (
    <div class="notice warn" role="alert">
      <Icon name="mic-off" />
      <div>
        <strong>{title}</strong>
        <p>{lead}</p>
        {onRetry && (
          <button type="button" class="button small outline" onClick={onRetry}>
            {text.common.retry}
          </button>
        )}
      </div>
    </div>
  );
}

function Waiting() {
  const { queue } = useApp();
  const [error, setError] = useState<unknown>();
  const now = useNow(1_000);
  const place = queue.place.value;
  if (!place) return null;
  const label = queue.intents.value?.find(({ intent }) => intent === place.intent)?.label ?? place.intent;
  const waited = Math.max(0, Math.floor((now - (place.since ?? now)) / 1000));
  return (
    <main id="main" class="page">
      <div class="centered">
        <div class="rings">
          <Mark />
        </div>
        <Heading>{text.waiting.title}</Heading>
        <p>{text.waiting.intent(label)}</p>
        <p class="clock" role="timer">
          {text.call.left(waited)}
        </p>
        <p class="muted">
          {text.waiting.place(place.position)}
          {" · "}
          {text.waiting.wait(text.meet.wait(place.estimatedWaitSeconds))}
        </p>
        <p class="muted small">{text.waiting.stay}</p>
        <ErrorNotice error={error} />
        <Button kind="outline" onPress={() => queue.leave()} onError={setError}>
          {text.waiting.cancel}
        </Button>
      </div>
    </main>
  );
}
