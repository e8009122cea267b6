import { useEffect, useState } from "preact/hooks";
import { useApp } from "../context";

/** A photo, or the first letter until there is one. */
export function Avatar({ name, photo, large = false }: { name: string; photo?: string | undefined; large?: boolean }) {
  const [broken, setBroken] = useState(false);
  return (
    <span class={large ? "avatar large" : "avatar"} aria-hidden="true">
      {photo && !broken ? <img src={photo} alt="" onError={() => setBroken(true)} /> : initial(name)}
    </span>
  );
}

function initial(name: string): string {
  return [...name.trim()][0]?.toUpperCase() ?? "?";
}

/** Of somebody I am connected to, with whether they are here. */
export function PeerAvatar({ userId, name, open }: { userId: string; name: string; open: boolean }) {
  const app = useApp();
  const [photo, setPhoto] = useState<string>();
  useEffect(() => {
    if (open) app.card(userId).then((card) => setPhoto(card?.photos[0]));
  }, [app, userId, open]);
  const status = app.presence.statuses.value.get(userId) ?? "offline";
  return (
    <span class="presence" data-status={status}>
      <Avatar name={name} photo={photo} />
    </span>
  );
}
