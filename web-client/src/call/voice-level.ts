const FLOOR_DB = -60;

let context: AudioContext | null = null;

/** How loud a track is, from 0 to 1, asked for as often as it is drawn. */
export class VoiceLevel {
  private readonly source: MediaStreamAudioSourceNode;
  private readonly analyser: AnalyserNode;
  private readonly samples: Float32Array<ArrayBuffer>;

  constructor(track: MediaStreamTrack) {
    context ??= new AudioContext();
    this.source = context.createMediaStreamSource(new MediaStream([track]));
    this.analyser = context.createAnalyser();
    this.analyser.fftSize = 512;
    this.samples = new Float32Array(this.analyser.fftSize);
    this.source.connect(this.analyser);
    if (context.state === "suspended") context.resume().catch(() => {});
  }

  read(): number {
    this.analyser.getFloatTimeDomainData(this.samples);
    let sum = 0;
    for (const sample of this.samples) sum += sample * sample;
    const decibels = 10 * Math.log10(sum / this.samples.length + 1e-10);
    return Math.min(1, Math.max(0, 1 - decibels / FLOOR_DB));
  }

  close(): void {
    this.source.disconnect();
    this.analyser.disconnect();
  }
}
