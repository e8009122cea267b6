import { describe, expect, it } from "vitest";
import { QualityMeter } from "../src/call/quality";

const report = (seconds: number, received: number, lost: number): [string, unknown][] => [
  ["pair", { type: "candidate-pair", nominated: true, state: "succeeded", currentRoundTripTime: seconds }],
  ["audio", { type: "inbound-rtp", kind: "audio", packetsReceived: received, packetsLost: lost }],
];

describe("the quality of a connection", () => {
  it("is unknown at first", () => {
    expect(new QualityMeter().read([])).toEqual({ bars: 0, roundTripMs: null, lossPercent: null });
  });

  it("counts what was lost since the last look, not since the beginning", () => {
    const meter = new QualityMeter();
    meter.read(report(0.05, 100, 100));
    expect(meter.read(report(0.05, 200, 100))).toEqual({ bars: 4, roundTripMs: 50, lossPercent: 0 });
    expect(meter.read(report(0.05, 280, 120))).toEqual({ bars: 1, roundTripMs: 50, lossPercent: 20 });
  });

  it.each([
    [0.1, 4],
    [0.25, 3],
    [0.4, 2],
    [0.9, 1],
  ])("shows a round trip of %f s with %i bars", (seconds, bars) => {
    expect(new QualityMeter().read(report(seconds, 1, 0)).bars).toBe(bars);
  });
});
