import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { VoiceLevel } from "../../call/voice-level";

const SMOOTHING = 0.25;

/** Sets --level of an element to how loud a track is. */
export function useLevel<T extends HTMLElement>(track: MediaStreamTrack | null): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    if (!track) return;
    const level = new VoiceLevel(track);
    let shown = 0;
    let frame = 0;
    const draw = () => {
      const heard = track.enabled ? level.read() : 0;
      shown += (heard - shown) * SMOOTHING;
      element.current?.style.setProperty("--level", shown.toFixed(3));
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => {
      cancelAnimationFrame(frame);
      level.close();
    };
  }, [track]);
  return element;
}

/** Plays the other one's voice. The browser may want a tap first; `onBlocked` says so. */
export function PeerAudio({
  track,
  onBlocked,
}: {
  track: MediaStreamTrack | null;
  onBlocked: (play: () => void) => void;
}) {
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const element = audio.current;
    if (!element || !track) return;
    element.srcObject = new MediaStream([track]);
    const play = () => element.play();
    play().catch(() => onBlocked(play));
    return () => {
      element.srcObject = null;
    };
  }, [track, onBlocked]);
  // biome-ignore lint/a11y/useMediaCaption: a live conversation has no captions
  return <audio ref={audio} autoplay />;
}

export function Picture({
  track,
  className,
  label,
}: {
  track: MediaStreamTrack | null;
  className: string;
  label: string;
}) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (!element || !track) return;
    element.srcObject = new MediaStream([track]);
    element.play().catch(() => {});
    return () => {
      element.srcObject = null;
    };
  }, [track]);
  return <video ref={video} class={className} aria-label={label} muted playsInline autoplay />;
}
