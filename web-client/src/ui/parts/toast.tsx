import { signal } from "@preact/signals";

const SHOWN_MS = 4_000;

const toasts = signal<{ id: number; message: string }[]>([]);
let next = 0;

/** Says something in passing. */
export function say(message: string): void {
  const id = next++;
  toasts.value = [...toasts.value.slice(-1), { id, message }];
  setTimeout(() => {
    toasts.value = toasts.value.filter((toast) => toast.id !== id);
  }, SHOWN_MS);
}

export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map(({ id, message }) => (
        <div class="toast" key={id}>
          {message}
        </div>
      ))}
    </div>
  );
}
