import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";

/** The time, again and again. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}

const RADIUS = 96;
const LENGTH = 2 * Math.PI * RADIUS;

/** A ring that empties. What it means is said in words beside it. */
export function Ring({ share, children }: { share: number; children: ComponentChildren }) {
  const left = Math.min(1, Math.max(0, share));
  return (
    <div class="ring">
      <svg viewBox="0 0 208 208" aria-hidden="true" focusable="false">
        <circle class="track" cx="104" cy="104" r={RADIUS} />
        <circle
          class="left"
          cx="104"
          cy="104"
          r={RADIUS}
          stroke-dasharray={`${LENGTH * left} ${LENGTH}`}
          visibility={left > 0 ? "visible" : "hidden"}
        />
      </svg>
      {children}
    </div>
  );
}
