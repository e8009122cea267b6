import { useState } from "preact/hooks";
import { hasCode } from "../../api/problem";
import { text } from "../../text";
import { Button, Dialog, ErrorNotice, Field } from "./controls";

interface OwnDataProps {
  fetchAll: () => Promise<unknown>;
  erase: (password: string) => Promise<void>;
}

/** What everybody may do with what is known about them, suspended or not: take it along, and have it deleted. */
export function OwnData({ fetchAll, erase }: OwnDataProps) {
  const [erasing, setErasing] = useState(false);
  const [error, setError] = useState<unknown>();
  const download = async () => {
    setError(undefined);
    save(await fetchAll());
  };
  return (
    <>
      <ErrorNotice error={error} />
      <div class="actions">
        <Button kind="outline" onPress={download} onError={setError}>
          {text.data.download}
        </Button>
        <Button kind="quiet bad" onPress={() => setErasing(true)}>
          {text.data.erase}
        </Button>
      </div>
      {erasing && <Erasing erase={erase} onClose={() => setErasing(false)} />}
    </>
  );
}

function save(everything: unknown): void {
  const file = URL.createObjectURL(new Blob([JSON.stringify(everything, null, 2)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = file;
  link.download = "connect-export.json";
  link.click();
  URL.revokeObjectURL(file);
}

function Erasing({ erase, onClose }: Pick<OwnDataProps, "erase"> & { onClose: () => void }) {
  const [password, setPassword] = useState("");
  const [error, setError] = useState<unknown>();
  const isWrong = hasCode(error, "bad-credentials");
  return (
    <Dialog title={text.data.eraseTitle} onClose={onClose}>
      <p>{text.data.eraseLead}</p>
      <Field
        label={text.data.password}
        type="password"
        autocomplete="current-password"
        value={password}
        onValue={setPassword}
        wrong={isWrong ? text.data.wrong : undefined}
      />
      {!isWrong && <ErrorNotice error={error} />}
      <div class="actions end">
        <Button onPress={onClose}>{text.common.cancel}</Button>
        <Button kind="danger" disabled={password === ""} onPress={() => erase(password)} onError={setError}>
          {text.data.confirm}
        </Button>
      </div>
    </Dialog>
  );
}
