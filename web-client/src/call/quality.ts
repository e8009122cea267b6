/** How good the connection is just now. */
export interface Quality {
  /** From 1, hardly usable, to 4; 0 before anything is known. */
  bars: number;
  roundTripMs: number | null;
  lossPercent: number | null;
}

export const UNKNOWN_QUALITY: Quality = { bars: 0, roundTripMs: null, lossPercent: null };

interface Counters {
  received: number;
  lost: number;
}

/** Reads a connection's statistics again and again, and tells what happened in between. */
export class QualityMeter {
  private before: Counters | null = null;

  read(report: Iterable<[string, unknown]> | RTCStatsReport): Quality {
    let roundTripMs: number | null = null;
    const counters: Counters = { received: 0, lost: 0 };
    for (const [, entry] of report as Iterable<[string, Record<string, unknown>]>) {
      if (entry["type"] === "candidate-pair" && entry["nominated"] && entry["state"] === "succeeded") {
        const seconds = entry["currentRoundTripTime"];
        if (typeof seconds === "number") roundTripMs = Math.round(seconds * 1000);
      }
      if (entry["type"] === "inbound-rtp" && entry["kind"] === "audio") {
        counters.received += Number(entry["packetsReceived"] ?? 0);
        counters.lost += Math.max(0, Number(entry["packetsLost"] ?? 0));
      }
    }
    const lossPercent = this.lossSince(counters);
    this.before = counters;
    return { bars: bars(roundTripMs, lossPercent), roundTripMs, lossPercent };
  }

  private lossSince(counters: Counters): number | null {
    if (!this.before) return null;
    const received = counters.received - this.before.received;
    const lost = Math.max(0, counters.lost - this.before.lost);
    if (received < 0 || received + lost === 0) return null;
    return Math.round((100 * lost) / (received + lost));
  }
}

function bars(roundTripMs: number | null, lossPercent: number | null): number {
  if (roundTripMs === null && lossPercent === null) return 0;
  const delay = roundTripMs ?? 0;
  const loss = lossPercent ?? 0;
  if (delay > 600 || loss > 15) return 1;
  if (delay > 350 || loss > 7) return 2;
  if (delay > 200 || loss > 2) return 3;
  return 4;
}
