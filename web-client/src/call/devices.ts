/** Why there is no microphone or camera. */
export type DeviceTrouble = "denied" | "missing" | "busy" | "insecure";

export class DeviceError extends Error {
  constructor(readonly trouble: DeviceTrouble) {
    super(trouble);
    this.name = "DeviceError";
  }
}

const VOICE: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const PICTURE: MediaTrackConstraints = { facingMode: "user", width: { ideal: 640 }, height: { ideal: 480 } };

export async function openMicrophone(): Promise<MediaStreamTrack> {
  return open({ audio: VOICE }, (stream) => stream.getAudioTracks()[0]);
}

export async function openCamera(): Promise<MediaStreamTrack> {
  return open({ video: PICTURE }, (stream) => stream.getVideoTracks()[0]);
}

/** Asks for the microphone and lets go of it again, so that nobody is asked when a call is about to begin. */
export async function checkMicrophone(): Promise<void> {
  (await openMicrophone()).stop();
}

async function open(
  constraints: MediaStreamConstraints,
  pick: (stream: MediaStream) => MediaStreamTrack | undefined,
): Promise<MediaStreamTrack> {
  if (!navigator.mediaDevices) throw new DeviceError("insecure");
  try {
    const track = pick(await navigator.mediaDevices.getUserMedia(constraints));
    if (!track) throw new DeviceError("missing");
    return track;
  } catch (error) {
    throw error instanceof DeviceError ? error : new DeviceError(troubleOf(error));
  }
}

function troubleOf(error: unknown): DeviceTrouble {
  switch ((error as { name?: string }).name) {
    case "NotAllowedError":
    case "SecurityError":
      return "denied";
    case "NotFoundError":
    case "OverconstrainedError":
      return "missing";
    default:
      return "busy";
  }
}
