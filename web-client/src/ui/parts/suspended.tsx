import { useState } from "preact/hooks";
import { ask } from "../../api/http";
import type { Problem } from "../../api/problem";
import type { AppealOfMine, SuspendedPerson } from "../../api/types";
import { text } from "../../text";
import { go } from "../router";
import { Button, ErrorNotice } from "./controls";
import { Icon } from "./icon";
import { OwnData } from "./own-data";
import { say } from "./toast";

interface SuspendedProps {
  problem: Problem;
  email: string;
  password: string;
}

/** Why, how long, and what is left: to say something to it, once, and what everybody may do with their data. */
export function Suspended({ problem, email, password }: SuspendedProps) {
  const [sent, setSent] = useState(false);
  const { reason, until, appealState, appealAnswer } = problem;
  const erase = async (confirmed: string) => {
    await askAs(email, confirmed, "erasure");
    say(text.login.erased);
    go("");
  };
  const end = until ? new Date(until).toLocaleString([], { dateStyle: "long", timeStyle: "short" }) : null;
  return (
    <div class="notice warn" role="alert">
      <Icon name="alert" />
      <div>
        <strong>{text.login.suspendedUntil(end)}</strong>
        {reason && <p>{text.login.suspendedReason(reason)}</p>}
        {appealAnswer && <p>{text.login.appealAnswer(appealAnswer)}</p>}
        {(sent || appealState === "open") && <p>{text.login.appealSent}</p>}
        {!sent && appealState === "none" && (
          <Appealing email={email} password={password} onSent={() => setSent(true)} />
        )}
        <OwnData fetchAll={() => askAs(email, password, "export")} erase={erase} />
      </div>
    </div>
  );
}

function Appealing({ email, password, onSent }: Omit<SuspendedProps, "problem"> & { onSent: () => void }) {
  const [words, setWords] = useState("");
  const [error, setError] = useState<unknown>();
  const send = async () => {
    const body: AppealOfMine = { email, password, text: words };
    await ask("/auth/appeal", { method: "POST", body });
    onSent();
  };
  return (
    <>
      <div class="field">
        <label for="appeal">{text.login.appeal}</label>
        <textarea
          id="appeal"
          class="input"
          maxLength={2000}
          aria-describedby="appeal-hint"
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <p class="hint" id="appeal-hint">
          {text.login.appealHint}
        </p>
      </div>
      <ErrorNotice error={error} />
      <Button kind="small outline" disabled={words.trim() === ""} onPress={send} onError={setError}>
        {text.login.appealSend}
      </Button>
    </>
  );
}

/** Who is suspended has no token, and proves each time to be that person. */
function askAs(email: string, password: string, what: "export" | "erasure"): Promise<unknown> {
  const body: SuspendedPerson = { email, password };
  return ask(`/auth/suspended/${what}`, { method: "POST", body });
}
