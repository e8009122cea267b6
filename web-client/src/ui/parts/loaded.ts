import { useEffect, useState } from "preact/hooks";

/** Something that a screen asks for when it opens. */
export interface Loaded<T> {
  /** Null until it is there. */
  value: T | null;
  error: unknown;
  /** Still awaited, for the first time. */
  loading: boolean;
  reload: () => Promise<void>;
  change: (change: (value: T) => T) => void;
  /** Says of something else that it went wrong. */
  fail: (error: unknown) => void;
}

export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [value, setValue] = useState<T | null>(null);
  const [loading, setLoading] = useState(true);
  const [error, fail] = useState<unknown>();
  const reload = () =>
    load()
      .then((loaded) => {
        setValue(loaded);
        fail(undefined);
      })
      .catch(fail)
      .finally(() => setLoading(false));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the screen opens
  useEffect(() => {
    reload();
  }, []);
  const change = (by: (value: T) => T) => setValue((before) => (before === null ? null : by(before)));
  return { value, error, loading, reload, change, fail };
}
