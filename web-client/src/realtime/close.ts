/** What to do when a socket was closed. */
export type AfterClose =
  | { kind: "retry"; delayMs: number }
  | { kind: "renew" }
  | { kind: "stop"; why: "suspended" | "replaced" | "protocol" | "logged-out" };

const FIRST_MS = 400;
const LONGEST_MS = 15_000;

/**
 * Reads a close code. Codes below 4500 invite to come back; the rest do not.
 *
 * @param attempt how many closes there were since it last worked, from 0
 */
export function afterClose(code: number, reason: string, attempt: number, random: () => number): AfterClose {
  switch (code) {
    case 4000:
      return { kind: "retry", delayMs: retryAfter(reason) ?? backoff(attempt, random) };
    case 4501:
      // A token that was just exchanged and is refused again will not get better by haste.
      return attempt < 2 ? { kind: "renew" } : { kind: "retry", delayMs: backoff(attempt, random) };
    case 4502:
      return { kind: "stop", why: "suspended" };
    case 4503:
      return { kind: "stop", why: "replaced" };
    case 4504:
      return { kind: "stop", why: "protocol" };
    case 4505:
      return { kind: "stop", why: "logged-out" };
    default:
      return { kind: "retry", delayMs: backoff(attempt, random) };
  }
}

/** Doubles each time, and is spread so that a thousand clients do not come back at once. */
export function backoff(attempt: number, random: () => number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}

function retryAfter(reason: string): number | undefined {
  try {
    const value: unknown = JSON.parse(reason).retryAfterMs;
    return typeof value === "number" && value >= 0 ? Math.min(value, 60_000) : undefined;
  } catch {
    return undefined;
  }
}
